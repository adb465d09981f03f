import { hub } from './hub.ts';
import { log } from './log.ts';
import { remember } from './remember.ts';

/** A past fact, e.g. `reply.posted`. `rooms` are who hears it live; `payload` is what they may all see. */
export interface Announcement<Payload = unknown> {
  name: string;
  rooms: string[];
  payload: Payload;
}

type Listener = (announcement: Announcement) => void | Promise<void>;
const listeners = remember('listeners', () => new Map<string, Listener>());

/**
 * Tells a committed fact to the rooms and to whoever listens. Call it after the transaction, never inside:
 * what is announced must be readable. A listener that fails is logged and harms nobody else.
 */
export function announce<Payload>(announcement: Announcement<Payload>): void {
  worldVersion.value += 1;
  for (const room of announcement.rooms) hub().emit(room, announcement.name, announcement.payload);
  for (const [name, listener] of listeners)
    Promise.resolve()
      .then(() => listener(announcement))
      .catch((fault: unknown) =>
        log.error({ listener: name, event: announcement.name, fault: String(fault) }, 'listener failed')
      );
}

/** Registers a listener under a name; the same name again replaces it, so that hot reload does not double it. */
export function listen(name: string, listener: Listener): void {
  listeners.set(name, listener);
}

/** Grows with every announced fact: pages kept for guests are good for as long as it stands still. */
export const worldVersion = remember('world-version', () => ({ value: 0 }));
