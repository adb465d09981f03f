import type { EnteredRoom } from '#lib/live/room.ts';
import { m } from '#lib/paraglide/messages.js';
import { events, type AddedEvent, type ReadEvent } from './following.ts';

/** How rarely new ones are said aloud, in milliseconds: what comes in between is said together. */
const pause = 10_000;

/**
 * How many notifications one has not read, kept equal to the server: each new one adds, and after every gap of the line
 * the whole count is asked for. The server puts a socket into its person's room itself; there is nothing to join.
 */
export class Unread implements EnteredRoom {
  readonly name = 'person';
  count = $state(0);
  /** For those who do not see the bell. */
  said = $state('');
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saidAt = 0;

  constructor(count: number) {
    this.count = count;
  }

  async join(): Promise<void> {
    const answer = await fetch('/notifications/unread').catch(() => undefined);
    if (!answer?.ok) return;
    const { unread } = (await answer.json()) as { unread: number };
    if (unread > this.count) this.#saySoon();
    this.count = unread;
  }

  receive(name: string, payload: unknown): void {
    if (name === events.added) {
      this.count += (payload as AddedEvent).added;
      this.#saySoon();
    }
    if (name === events.read) this.count = (payload as ReadEvent).unread;
  }

  #saySoon(): void {
    if (this.#timer) return;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        this.#saidAt = Date.now();
        this.said = this.count > 0 ? m.following_unread({ count: this.count }) : '';
      },
      Math.max(500, this.#saidAt + pause - Date.now())
    );
  }
}
