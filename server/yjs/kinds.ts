import { briefKeeper } from '#features/briefs/server/keeper.ts';
import type { Act, Actor } from '#features/people/people.ts';
import type { Announcement } from '#lib/server/announce.ts';

/** What a role lets one do with a document. Only `edit` changes it; `comment` reads until comments are records. */
export type DocumentRole = 'edit' | 'comment' | 'read' | 'none';

/** A document as it was stored: a state, the log since, and whose the client ids are. */
export interface Kept {
  generation: string;
  state: Uint8Array | null;
  /** The state holds every row of the log up to this one. */
  throughSeq: number;
  updates: { seq: number; update: Uint8Array }[];
  authors: { clientId: number; act: Act }[];
}

/** One row of the log: everything that one room received in one group commit. */
export interface Entry {
  id: string;
  seq: number;
  update: Uint8Array;
  /** Client ids that wrote here for the first time, and whose they are from now on. */
  authors: { clientId: number; act: Act }[];
}

/** What a slice offers for its kind of shared document. A method that throws anything has stored nothing. */
export interface Keeper {
  schemaVersion: number;
  may(actor: Actor, id: string): Promise<DocumentRole>;
  /** Throws when the stored document is not whole: such a document is never opened, so never written. */
  load(id: string): Promise<Kept>;
  /** All entries in one transaction, or none. */
  append(entries: Entry[]): Promise<void>;
  /** Puts the state in the place of the log up to `throughSeq`, in one transaction. */
  compact(id: string, state: Uint8Array, throughSeq: number): Promise<void>;
  /** The document (or `all`) in which, after this fact, people may have other rights: they are read again at once. */
  accessChangedBy(fact: Announcement): string | undefined;
}

/** Which slice keeps which kind of document; a document's address is /yjs/KIND/ID. */
export const keepers: Record<string, Keeper> = { brief: briefKeeper };
