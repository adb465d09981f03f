import { and, asc, eq } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic } from '#lib/server/db.ts';
import { attributionEvents, type SealedAct } from '../../attribution.ts';
import { chathamRules, sealedActs } from '../attribution-tables.ts';
import { findThread } from '../find-thread.ts';
import { posts } from '../tables.ts';

/**
 * Who said what under the Rules that `actor` keeps in this thread. Each reading is a fact of record: the keeper answers
 * for it. For everyone else, administrators too, there is nothing to open: not-found.
 */
export async function openSeal(actor: Actor, threadId: string): Promise<SealedAct[]> {
  const member = mustBeSignedIn(actor);
  const { thread } = await findThread(actor, threadId);
  return atomic(async (tx) => {
    const rows = await tx
      .select({ act: sealedActs, number: posts.number, threadId: posts.threadId, ruleId: chathamRules.id })
      .from(sealedActs)
      .innerJoin(chathamRules, eq(chathamRules.id, sealedActs.ruleId))
      .innerJoin(posts, eq(posts.id, sealedActs.postId))
      .where(and(eq(chathamRules.threadId, threadId), eq(chathamRules.keeperId, member.personId)))
      .orderBy(asc(sealedActs.createdAt));
    if (rows.length === 0) throw new Refusal('not-found');
    await appendEntry(tx, {
      action: attributionEvents.read,
      actor: { ...member, capacity: 'personal', organisationId: null },
      object: { kind: 'chatham-rule', id: rows[0].ruleId },
      threadId,
      spaceId: thread.spaceId
    });
    return rows.map(({ act, number, threadId }) => ({
      threadId,
      postId: act.postId,
      number,
      deed: act.deed,
      act: actOf(act),
      at: act.createdAt.toISOString()
    }));
  });
}
