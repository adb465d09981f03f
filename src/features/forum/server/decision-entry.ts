import type { EntryActor, NewEntry } from '#features/audit/audit.ts';
import type { Member } from '#features/people/people.ts';
import { isUnattributed } from '#features/people/unattributed.ts';
import type { Tx } from '#lib/server/db.ts';
import { pendingEvents } from '../pending.ts';
import type { PendingRow } from './append-pending.ts';
import type { Released } from './append-released.ts';
import { actorOf } from './record-actor.ts';

/** What the record keeps of a decision about a waiting post. Only what became a post is named with its thread. */
export async function decisionEntry(
  tx: Tx,
  released: Released,
  action: string,
  by: Member | null,
  at: Date
): Promise<NewEntry> {
  if (released.kind === 'returned') return returnEntry(tx, released.row, null, at, released.why);
  const { row, thread, post } = released;
  return {
    action,
    actor: by && !isUnattributed(post) ? decider(by, row) : null,
    object: { kind: 'post', id: post.id },
    threadId: thread.id,
    spaceId: thread.spaceId,
    text: post.body,
    detail: { revision: row.revision },
    at
  };
}

export async function returnEntry(
  tx: Tx,
  row: PendingRow,
  by: Member | null,
  at: Date,
  why: string | null = null
): Promise<NewEntry> {
  return {
    action: pendingEvents.returned,
    actor: await actorOf(tx, row, by && decider(by, row)),
    object: { kind: 'pending', id: row.id },
    detail: { reason: row.reason, ...(why ? { why } : {}) },
    at
  };
}

/** A focal point decides for the organisation; a moderator for the space, in no one's name. */
export const decider = (by: Member, row: PendingRow): EntryActor => ({
  personId: by.personId,
  capacity: row.reason === 'clearance' ? 'organisation' : 'personal',
  organisationId: row.reason === 'clearance' ? row.organisationId : null,
  country: by.country
});
