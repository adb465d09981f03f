import { LiveRoom } from '#lib/live/live-room.svelte.ts';
import { Announcer } from './announcer.svelte.ts';
import {
  events,
  foldCounts,
  type Counted,
  type PartKey,
  type RoomChanged,
  type RoomCounted
} from './parts.ts';
import { ServerClock } from './server-clock.ts';

/** How often a window looks at the clock, in milliseconds; all windows at the same moments, so that they turn over together. */
const tick = 125;

/** What a part says aloud, in a region that is read politely: of a change, or as time goes by. Each slice gives its own. */
export interface Voice<Whole, Delta = never> {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what only the reader sees is not said aloud
  part: PartKey<Whole, Delta, any>;
  changed?(after: Whole, before: Whole, locale: string): string | undefined;
  /** Asked a few times a second; `mark` says which moment it is, and each moment is said once. */
  moment?(whole: Whole, now: number): { mark: string; say: string } | undefined;
}

/** A session as this window shows it: the parts of its room as the server told them last, and the server's clock. */
export class LiveSession {
  parts = $state.raw<Record<string, unknown>>({});
  own = $state.raw<Record<string, unknown>>({});
  /** The server's clock now, in milliseconds; it ticks only in a live window. */
  now = $state(0);
  /** Whether this window runs: what needs it is not offered before. */
  entered = $state(false);
  readonly room: LiveRoom;
  readonly voice = new Announcer();
  #clock = new ServerClock();
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a list holds voices of every part; each is exact where it is written
  #voices: readonly Voice<any, any>[];
  #keys: Map<string, PartKey<unknown, unknown, unknown>>;
  #locale: string;
  #marks = new Map<string, string>();

  constructor(
    loaded: RoomChanged,
    own: Record<string, unknown>,
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    { keys, voices, locale }: { keys: PartKey<any, any, any>[]; voices: Voice<any, any>[]; locale: string }
  ) {
    this.parts = loaded.wholes;
    this.own = own;
    this.now = loaded.now;
    this.#clock.read(loaded.now);
    this.#voices = voices;
    this.#locale = locale;
    this.#keys = new Map(keys.map((key) => [key.name, key]));
    this.room = new LiveRoom(loaded.room, loaded.seq, (name, payload) => this.#apply(name, payload));
  }

  /** A part as it is now. It is there: the page loaded all of them. */
  part<Whole, Delta, Own>({ name }: PartKey<Whole, Delta, Own>): Whole {
    return this.parts[name] as Whole;
  }

  /** What only the reader sees of a part. */
  mine<Whole, Delta, Own>({ name }: PartKey<Whole, Delta, Own>): Own {
    return this.own[name] as Own;
  }

  /** Goes live; returns the way out, for `$effect`. */
  enter(): () => void {
    this.entered = true;
    const leave = this.room.enter();
    let ticking: ReturnType<typeof setTimeout>;
    const wait = () => {
      ticking = setTimeout(
        () => {
          this.#tick();
          wait();
        },
        tick - (this.#clock.now() % tick)
      );
    };
    wait();
    return () => {
      clearTimeout(ticking);
      this.voice.stop();
      leave();
    };
  }

  /** What the page loaded again (after an act of one's own) is as good as an event; what is older is left alone. */
  absorb(loaded: RoomChanged, own: Record<string, unknown>): void {
    this.own = own;
    if (loaded.seq < this.room.seq || loaded.room !== this.room.name) return;
    this.room.seq = loaded.seq;
    this.#read(loaded);
  }

  #apply(name: string, payload: unknown): void {
    if (name === events.changed) this.#read(payload as RoomChanged);
    else if (name === events.counted) {
      const counted: Record<string, unknown> = {};
      for (const [part, change] of Object.entries((payload as RoomCounted).counts))
        counted[part] = foldCounts(this.parts[part] as Counted[], change);
      this.#take(counted);
    }
  }

  #read({ now, wholes, deltas }: RoomChanged): void {
    this.#clock.read(now, performance.now(), this.room.asked);
    this.now = this.#clock.now();
    const news = { ...wholes };
    for (const [name, added] of Object.entries(deltas)) {
      const { fold } = this.#keys.get(name) ?? {};
      if (fold) news[name] = added.reduce(fold, news[name] ?? this.parts[name]);
    }
    this.#take(news);
  }

  #take(news: Record<string, unknown>): void {
    const before = this.parts;
    this.parts = { ...before, ...news };
    for (const { part, changed } of this.#voices) {
      if (!(part.name in news)) continue;
      const say = changed?.(news[part.name], before[part.name], this.#locale);
      if (say) this.voice.say(say);
    }
  }

  #tick(): void {
    this.now = this.#clock.now();
    for (const { part, moment } of this.#voices) {
      const now = moment?.(this.parts[part.name], this.now);
      if (!now || this.#marks.get(part.name) === now.mark) continue;
      this.#marks.set(part.name, now.mark);
      this.voice.say(now.say);
    }
  }
}
