/** The one browser socket. It opens after the page is readable; without it every page still works. */
import type { Line } from './line.ts';
import type { EnteredRoom, RoomAnswer, RoomBatch } from './room.ts';
import { Wire } from './wire.ts';

/** Attempts without a WebSocket after which long polling is tried: a network between us may let none through. */
const enough = 3;

class Live {
  /** `off` until a page needs it; then what the reader is told in the header. */
  state = $state<'off' | 'connecting' | 'live' | 'reconnecting' | 'offline'>('off');
  #line: Line | undefined;
  #rooms = new Map<string, EnteredRoom>();
  #ears = new Map<string, Set<(payload: unknown) => void>>();
  #wasUp = false;

  /** Hears a fact that is told to the reader alone (`person:ID`), on whatever page; returns the end of it. */
  hear(name: string, ear: (payload: unknown) => void): () => void {
    const ears = this.#ears.get(name) ?? new Set();
    this.#ears.set(name, ears.add(ear));
    if (!this.#line) this.#open();
    return () => ears.delete(ear);
  }

  async enter(room: EnteredRoom): Promise<void> {
    this.#rooms.set(room.name, room);
    if (!this.#line) this.#open();
    else if (this.#line.connected) await room.join();
  }

  leave(room: EnteredRoom): void {
    this.#rooms.delete(room.name);
    this.#line?.tell('room.leave', { room: room.name });
  }

  /** Asks the server and waits for its answer; no answer within 8 s is a lost line. */
  async ask(event: string, message: unknown): Promise<RoomAnswer | undefined> {
    return (await this.#line?.ask(event, message)) as RoomAnswer | undefined;
  }

  tell(event: string, message: unknown): void {
    this.#line?.tell(event, message);
  }

  #open(): void {
    this.state = 'connecting';
    const wire = new Wire({
      up: () => this.#up(),
      down: () => {
        this.#down();
        if (!this.#wasUp && wire.attempts === enough && navigator.onLine) void this.#poll(wire);
      },
      event: (name, payload) => this.#event(name, payload)
    });
    this.#line = wire;
    wire.connect();
    addEventListener('offline', () => {
      this.state = 'offline';
      this.#line?.disconnect();
    });
    addEventListener('online', () => this.#line?.connect());
  }

  /** Its code is fetched by those only who need it. When even that does not come, the wire goes on trying. */
  async #poll(wire: Wire): Promise<void> {
    const found = await import('./polling.ts').catch(() => undefined);
    if (!found || this.#wasUp) return;
    wire.disconnect();
    this.#line = found.openPolling({
      up: () => this.#up(),
      down: () => this.#down(),
      event: (name, payload) => this.#event(name, payload)
    });
  }

  #up(): void {
    this.#wasUp = true;
    this.state = 'live';
    for (const room of this.#rooms.values()) void room.join();
  }

  #down(): void {
    this.state = navigator.onLine ? 'reconnecting' : 'offline';
  }

  #event(name: string, payload: unknown): void {
    if (name === 'room.batch') {
      for (const fact of (payload as RoomBatch).facts) this.#event(...fact);
      return;
    }
    for (const ear of this.#ears.get(name) ?? []) ear(payload);
    const { room } = (payload ?? {}) as { room?: string };
    if (room) this.#rooms.get(room)?.receive(name, payload);
  }
}

export const live = new Live();
