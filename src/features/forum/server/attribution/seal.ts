import { createHash, randomBytes } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import type { Act } from '#features/people/people.ts';
import { newId } from '#lib/id.ts';
import type { Tx } from '#lib/server/db.ts';
import type { SealedAct } from '../../attribution.ts';
import { chathamRules, sealedActs } from '../attribution-tables.ts';

/**
 * Puts away who did something to a post under the Rule, within the transaction that does it. Returns what the chain of
 * facts may hold of it.
 */
export async function seal(
  tx: Tx,
  {
    threadId,
    postId,
    deed,
    act,
    at
  }: { threadId: string; postId: string; deed: SealedAct['deed']; act: Act; at: Date }
): Promise<{ sealed: string }> {
  // The rule in force; of what is changed after it was lifted, the last one.
  const [rule] = await tx
    .select({ id: chathamRules.id })
    .from(chathamRules)
    .where(eq(chathamRules.threadId, threadId))
    .orderBy(desc(chathamRules.startedAt))
    .limit(1);
  const salt = randomBytes(16).toString('hex');
  await tx
    .insert(sealedActs)
    .values({ ...act, id: newId(), ruleId: rule.id, postId, deed, salt, createdAt: at });
  return { sealed: createHash('sha256').update(`${salt} ${act.personId}`).digest('hex') };
}
