import { LiveRoom } from '#lib/live/live-room.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import { Announcer } from './announcer.svelte.ts';
import { ServerClock, secondsLeft } from './clock.ts';
import {
  limits,
  sessionRoom,
  type SessionState,
  type StatementPosted,
  type StatementView
} from './sessions.ts';
import { whoName } from './words.ts';

const tick = 250;

/** A session as this window shows it: the server's state, its statements, and the server's clock. */
export class LiveSession {
  state = $state.raw() as SessionState;
  statements = $state.raw<StatementView[]>([]);
  /** Statements that came while the reader had paused. */
  held = $state.raw<StatementView[]>([]);
  paused = $state(false);
  /** The server's clock now, in milliseconds; it ticks only in a live window. */
  now = $state(0);
  /** Whether this window runs: what needs it is not offered before. */
  entered = $state(false);
  readonly room: LiveRoom;
  #clock = new ServerClock();
  #locale: string;
  readonly voice = new Announcer();
  #warned = '';

  constructor(state: SessionState, statements: StatementView[], locale: string) {
    this.state = state;
    this.statements = statements;
    this.now = state.now;
    this.#locale = locale;
    this.room = new LiveRoom(sessionRoom(state.room.split(':')[1]), state.seq, (name, payload) =>
      this.#apply(name, payload)
    );
  }

  /** Goes live; returns the way out, for `$effect`. */
  enter(): () => void {
    this.entered = true;
    const leave = this.room.enter();
    const ticking = setInterval(() => this.#tick(), tick);
    return () => {
      clearInterval(ticking);
      this.voice.stop();
      leave();
    };
  }

  /** What the page loaded again (after an act of one's own) is as good as an event; what is older is left alone. */
  absorb(state: SessionState, statements: StatementView[]): void {
    if (state.seq < this.room.seq || state.room !== this.state.room) return;
    this.room.seq = state.seq;
    this.#read(state);
    for (const statement of statements) this.#add(statement);
  }

  pause(paused: boolean): void {
    this.paused = paused;
    this.voice.silent = paused;
    if (!paused) {
      this.statements = [...this.statements, ...this.held];
      this.held = [];
    }
  }

  #apply(name: string, payload: unknown): void {
    if (name === 'session.changed') this.#read(payload as SessionState);
    else if (name === 'statement.posted') {
      const { statement, here } = payload as StatementPosted;
      this.state = { ...this.state, here };
      this.#add(statement);
    }
  }

  #read(state: SessionState): void {
    this.#clock.read(state.now);
    this.now = this.#clock.now();
    const before = this.state;
    this.state = state;
    if (state.phase === 'closed' && before.phase !== 'closed') this.voice.say(m.session_closed_now());
    else if (state.floor && state.floor.turnId !== before.floor?.turnId)
      this.voice.say(m.session_says_floor({ name: whoName(state.floor.act, this.#locale) }));
  }

  #add(statement: StatementView): void {
    if ([...this.statements, ...this.held].some((known) => known.id === statement.id)) return;
    if (this.paused) this.held = [...this.held, statement];
    else this.statements = [...this.statements, statement].sort((a, b) => a.number - b.number);
    this.voice.say(m.session_says_statement({ name: whoName(statement.act, this.#locale) }));
  }

  #tick(): void {
    this.now = this.#clock.now();
    const { floor } = this.state;
    if (!floor) return;
    const left = secondsLeft(floor, this.now);
    const moment = left <= 0 ? 'over' : left <= limits.warnSeconds ? 'warning' : '';
    const mark = `${floor.turnId} ${floor.limitSeconds} ${moment}`;
    if (!moment || mark === this.#warned) return;
    this.#warned = mark;
    this.voice.say(
      moment === 'over' ? m.session_says_over() : m.session_says_warning({ seconds: limits.warnSeconds })
    );
  }
}
