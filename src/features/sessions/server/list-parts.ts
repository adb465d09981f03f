import type { Act, Actor, Member } from '#features/people/people.ts';
import type { SpaceView } from '#features/spaces/spaces.ts';
import type { Tx } from '#lib/server/db.ts';
import type { PartKey } from '../parts.ts';
import type { sessions } from './tables.ts';

export type SessionRow = typeof sessions.$inferSelect;

/** One change of a session, while its transaction is open. */
export interface Change {
  tx: Tx;
  member: Member;
  session: SessionRow;
  space: SpaceView;
  at: Date;
  /** The sequence that this change has when it tells the room anything. */
  seq: number;
  /** The part is not as it was: its whole is read when the work is done, and told. */
  changed<W, D, O>(part: PartKey<W, D, O>): void;
  /** Something was added to a part that grows: that alone is told. */
  added<W, D, O>(part: PartKey<W, D, O>, delta: D): void;
}

/**
 * What a slice gives to the room of a session. All of it is optional: a part may have only a chapter of the record, or only something
 * to do at the close. `server/session-parts.ts` puts the parts together, in the order in which they stand above one another.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a list holds parts of every shape; each is exact where it is written
export interface RoomPart<Whole = any, Delta = any, Own = any> {
  key: PartKey<Whole, Delta, Own>;
  /** The small whole, the same for every reader. */
  read?(from: Tx, session: SessionRow, at: Date): Promise<Whole>;
  /** Of a part that grows: what came after that sequence. Without it the whole is told again. */
  missed?(from: Tx, session: SessionRow, since: number): Promise<Delta[]>;
  /** Its whole is a list of `Counted`; it is told by what changed, outside the session's order, and never once for each act. */
  counted?: true;
  /** What only the reader sees of it: their own place, ballot, draft. */
  own?(from: Tx, session: SessionRow, actor: Actor): Promise<Own>;
  /** Its time, place or terms were revised, or it was cancelled, in this change: whoever must know of it is told. */
  planned?(change: Change, what: 'revised' | 'cancelled', revision: number): Promise<void>;
  /** The session was opened by `act`. */
  opened?(change: Change, act: Act): Promise<void>;
  /** A person left the session: what waits for them must not wait. */
  left?(change: Change, personId: string): Promise<void>;
  /** The session is closing: whatever still runs ends at that moment. */
  closing?(change: Change): Promise<void>;
  /**
   * Its contribution to the record: fields of the record's JSON, from what is stored and nothing else (no clock, no name of today), in an
   * order that does not depend on the database; what came after the sequence `upTo` is not in it. Who has nothing to say gives `{}`: a record made before the part existed stays the same.
   */
  chapter?(from: Tx, session: SessionRow, upTo: number): Promise<Record<string, unknown>>;
  /** What the record's page needs beside the fields of the chapter: its Markdown, rendered. Never part of the record's bytes. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the fields that `chapter` gave
  shown?(fields: any): Record<string, unknown>;
}

let parts: readonly RoomPart[] = [];

export function putTogether(all: readonly RoomPart[]): void {
  const names = all.map(({ key }) => key.name);
  if (new Set(names).size !== names.length) throw new Error(`Two parts of one name: ${names.join(' ')}`);
  parts = all;
}

export function listParts(): readonly RoomPart[] {
  if (parts.length === 0)
    throw new Error('The parts of a session were not put together: server/session-parts.ts');
  return parts;
}
