/**
 * The record that proves itself: each entry holds the hash of the one before, so that a row changed, added or taken out
 * later is found. It holds ids and digests, never words: a withdrawn text is not kept alive by it.
 */

/** Who acted: ids only, as they were then. null: Palabre itself (a time-out, a timer). */
export interface EntryActor {
  personId: string;
  capacity: 'personal' | 'organisation';
  organisationId: string | null;
  country: string | null;
}

/** What an entry says, before it has its place in the chain. */
export interface NewEntry {
  /** A past fact, named like the event: `reply.posted`. */
  action: string;
  actor: EntryActor | null;
  object: { kind: string; id: string };
  /** The thread (or other room) that it happened in, and the space: what readers' rights are asked of. */
  threadId?: string | null;
  spaceId?: string | null;
  /** The text that was written, of which the entry keeps a salted SHA-256. */
  text?: string;
  /** Small facts, in codes and ids. */
  detail?: Record<string, string | number | boolean | null>;
  at?: Date;
}

export interface Entry {
  /** From 1, without holes. */
  seq: number;
  at: string;
  action: string;
  actor: EntryActor | null;
  objectKind: string;
  objectId: string;
  threadId: string | null;
  spaceId: string | null;
  /** Salted SHA-256 of the text, hexadecimal; see entry-hash.ts. */
  digest: string | null;
  /** Random, of this entry alone. It never leaves the house: what an export may tell is salted with what is made of it. */
  salt: string;
  detail: Record<string, string | number | boolean | null>;
  /** The hash of the entry before this one. */
  previous: string;
  /** The hash of the last entry before this one of the same thread: the entries of one thread are a chain of their own. */
  threadPrevious: string | null;
  hash: string;
}

/** Someone who acts by a role that they hold themselves (a moderator, an administrator), not for an organisation. */
export const inPerson = (person: { personId: string; country: string | null }): EntryActor => ({
  personId: person.personId,
  capacity: 'personal',
  organisationId: null,
  country: person.country
});

/** The hash before the first entry. */
export const genesis = '0'.repeat(64);
