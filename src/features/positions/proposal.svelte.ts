import { LiveRoom } from '#lib/live/live-room.svelte.ts';
import { resultOf, type Result } from './count.ts';
import {
  events,
  proposalRoom,
  type PositionCast,
  type PositionView,
  type ProposalChanged,
  type ProposalState
} from './positions.ts';
import type { ProposalView } from './proposal-views.ts';

/** The longest that a browser's timer sleeps, about 24 days. */
const longest = 2_147_483_647;

/** A proposal as this window shows it: positions come in as they are cast, as far as they may be seen. */
export class LiveProposal {
  state = $state.raw() as ProposalState;
  positions = $state.raw<PositionView[]>([]);
  readonly room: LiveRoom;
  #view: ProposalView;
  #again: () => void;

  /** `again` reads the page again: when it opens, and when it is closed and has its record. */
  constructor(view: ProposalView, again: () => void) {
    this.#view = view;
    this.#again = again;
    this.state = view.state;
    this.positions = view.positions;
    this.room = new LiveRoom(proposalRoom(view.id), view.seq, (name, payload) => this.#apply(name, payload));
  }

  enter(): () => void {
    const leave = this.room.enter();
    const next = [this.#view.opensAt, this.state.closesAt]
      .map((at) => Date.parse(at) - Date.now())
      .filter((wait) => wait > 0 && wait < longest);
    const timers = next.map((wait) => setTimeout(this.#again, wait + 500));
    return () => {
      timers.forEach(clearTimeout);
      leave();
    };
  }

  /** What the page read again is as good as an event; what is older is left alone. */
  absorb(view: ProposalView): void {
    this.#view = view;
    if (view.seq < this.room.seq && !view.closed) return;
    this.room.seq = Math.max(this.room.seq, view.seq);
    this.state = view.state;
    this.positions = view.positions;
  }

  /** What the positions that are seen come to so far. */
  get result(): Result {
    const { eligible } = this.#view;
    const counted = this.positions
      .filter(({ standing }) => standing === 'decides')
      .map(({ holder, value }) => ({ ...holder, value }));
    return resultOf(this.#view, eligible && eligible.length, counted);
  }

  #apply(name: string, payload: unknown): void {
    if (name === events.changed) {
      const before = this.state.phase;
      this.state = (payload as ProposalChanged).state;
      if (this.state.phase !== before) this.#again();
      return;
    }
    const { answered, holder, position } = payload as PositionCast;
    const holders = this.state.holders;
    this.state = {
      ...this.state,
      answered,
      holders: holders && holder && !holders.includes(holder) ? [...holders, holder] : holders
    };
    if (position)
      this.positions = [...this.positions.filter((one) => one.holder.key !== position.holder.key), position];
  }
}
