import type { EnteredRoom, InRoom, Presence, RoomState } from './room.ts';
import { live } from './socket.svelte.ts';

/**
 * One live room in the browser. It applies changes in their order; after any gap it asks for everything since the
 * last one it has, so the page converges to the database without reload, duplicate or hole.
 */
export class LiveRoom implements EnteredRoom {
  readonly name: string;
  seq: number;
  presence = $state.raw<Presence | null>(null);
  typing = $state.raw<{ name: string; at: number }[]>([]);
  /** Set when the server took the reader out of the room: their access ended. */
  revoked = $state(false);
  /** While what was asked for is applied: when it was asked, by `performance.now`. What knows the server's clock needs it. */
  asked: number | undefined;
  #apply: (name: string, payload: never) => void;
  #asking = false;
  /** The highest sequence heard of, applied or not. */
  #heard = 0;

  constructor(name: string, seq: number, apply: (name: string, payload: never) => void) {
    this.name = name;
    this.seq = seq;
    this.#apply = apply;
  }

  /** Enters the room; returns the way out, for `$effect`. */
  enter(): () => void {
    void live.enter(this);
    return () => live.leave(this);
  }

  /** Joins and catches up; also the way to ask again after a gap. */
  async join(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    const asked = performance.now();
    const answer = await live.ask('room.join', { room: this.name, since: this.seq });
    this.#asking = false;
    if (answer?.ok) this.#catchUp(answer, asked);
    else if (answer?.code === 'not-found') this.revoked = true;
    // Something newer than the answer passed by while we were asking: ask for it.
    if (answer?.ok && this.#heard > this.seq) await this.join();
  }

  receive(name: string, payload: unknown): void {
    if (name === 'room.presence') this.presence = payload as Presence;
    else if (name === 'room.typing') this.#showTyping((payload as { name: string }).name);
    else if (name === 'room.revoked') this.revoked = true;
    else {
      const { seq } = payload as Partial<InRoom>;
      // Counts have no place in the order: each continues the one before, and joining gives them whole.
      if (seq === undefined) return this.#apply(name, payload as never);
      if (seq <= this.seq) return;
      this.#heard = Math.max(this.#heard, seq);
      if (seq > this.seq + 1) return void this.join();
      this.#apply(name, payload as never);
      this.seq = seq;
    }
  }

  tellTyping(): void {
    live.tell('room.typing', { room: this.name });
  }

  #catchUp(state: RoomState, asked: number): void {
    this.asked = asked;
    for (const { name, payload } of state.events) this.#apply(name, payload as never);
    this.asked = undefined;
    this.seq = Math.max(this.seq, state.seq);
  }

  #showTyping(name: string): void {
    const at = Date.now();
    this.typing = [...this.typing.filter((one) => one.name !== name && at - one.at < 6000), { name, at }];
    setTimeout(() => (this.typing = this.typing.filter((one) => Date.now() - one.at < 6000)), 6100);
  }
}
