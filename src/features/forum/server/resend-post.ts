import { and, eq } from 'drizzle-orm';
import type * as v from 'valibot';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { appendLinkUse } from '#features/clearance/server/append-link-use.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { dirOf, langOf } from '#lib/dir.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import type { pendingEdit } from '../inputs.ts';
import { pendingEvents, type PendingEvent } from '../pending.ts';
import { announceRelease } from './announce-release.ts';
import { eventOf } from './append-pending.ts';
import { appendReleased } from './append-released.ts';
import { decider } from './decision-entry.ts';
import { actorOf } from './record-actor.ts';
import { findPending } from './find-pending.ts';
import { pendingPosts } from './pending-tables.ts';
import { readHold } from './read-hold.ts';
import { readRules } from './read-rules.ts';

/**
 * Mends a text that waits or was returned, and sends it again: every former link to it ends, and its time begins
 * anew. Where nothing asks any more that it wait, it is posted. Refuses conflict `waiting-text-changed`, `already-decided`.
 */
export async function resendPost(
  actor: Actor,
  { id, revision, body, title }: v.InferOutput<typeof pendingEdit>
): Promise<{ posted: boolean }> {
  const member = mustBeSignedIn(actor);
  const { row, space, may } = await findPending(actor, id);
  if (!may.change) throw new Refusal('not-allowed');
  const at = new Date();
  const inSpace = space ?? (await readSpace(actor, { id: row.spaceId }));
  const rules = await readRules(row.spaceId, row.threadId);
  const hold = await readHold(actor, inSpace, actOf(row), rules, at);
  const text = {
    body,
    subject: row.threadId ? null : title || row.subject,
    lang: langOf(body, row.lang),
    dir: dirOf(body),
    revision: revision + 1,
    reason: hold?.reason ?? row.reason,
    until: hold?.until ?? null,
    ...{ returnedAt: null, returnedBy: null, returnedFor: null, note: null }
  };
  const done = await atomic(async (tx) => {
    const [changed] = await tx
      .update(pendingPosts)
      .set(text)
      .where(and(eq(pendingPosts.id, id), eq(pendingPosts.revision, revision)))
      .returning();
    if (!changed) {
      const [there] = await tx.select().from(pendingPosts).where(eq(pendingPosts.id, id));
      throw new Refusal('conflict', there ? 'waiting-text-changed' : 'already-decided');
    }
    await appendLinkUse(tx, id);
    if (!hold) return appendReleased(tx, changed, null, at);
    await appendEntry(tx, {
      action: pendingEvents.resent,
      actor: await actorOf(tx, changed, decider(member, changed)),
      object: { kind: 'pending', id },
      text: body,
      detail: { revision: changed.revision }
    });
    return { kind: 'waits' as const, row: changed };
  });
  if (done.kind !== 'waits') await announceRelease(done, pendingEvents.cleared, null);
  else
    announce<PendingEvent>({
      name: pendingEvents.resent,
      rooms: [],
      payload: eventOf(done.row, member.personId)
    });
  return { posted: done.kind === 'posted' };
}
