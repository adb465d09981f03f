import type { Tx } from './db.ts';
import { remember } from './remember.ts';

type Follower = (tx: Tx, id: string) => Promise<void>;
const followers = remember('followers-of-what-is-written', () => new Map<string, Follower>());

/**
 * Has `follow` called within every transaction that writes a row of this kind, e.g. a person. So the slices that stand
 * lowest are found by a search that they do not know. One follower a kind; the same one again changes nothing.
 */
export function followWritten(kind: string, follow: Follower): void {
  followers.set(kind, follow);
}

/** Says, within the transaction, that something was written: after the row itself, before the entry of the audit chain. */
export async function noteWritten(tx: Tx, kind: string, id: string): Promise<void> {
  await followers.get(kind)?.(tx, id);
}
