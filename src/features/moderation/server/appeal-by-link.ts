import { and, eq, gt, isNull } from 'drizzle-orm';
import { personSuspensions } from '#features/people/server/suspension-tables.ts';
import { Refusal } from '#lib/refusal.ts';
import { db, type Tx } from '#lib/server/db.ts';
import { hashToken, newToken } from '#lib/server/tokens.ts';
import { appeal } from './appeal-act.ts';
import type { ActRow } from './append-act.ts';
import { factsOf, type ActFacts } from './read-act-of-moderation.ts';
import { appealLinks, moderationActs } from './tables.ts';

/** Makes the secret of a mailed link by which this person may appeal against this act, within the act's transaction. */
export async function appendAppealLink(tx: Tx, link: { actId: string; personId: string }): Promise<string> {
  const token = newToken();
  await tx.insert(appealLinks).values({ ...link, tokenHash: hashToken(token), createdAt: new Date() });
  return token;
}

/** What a mailed link is about, for whoever holds it; looking changes nothing. Refuses not-found `link-ended`. */
export const readByAppealLink = async (token: string): Promise<ActFacts> =>
  factsOf((await findLink(token)).act);

/**
 * Appeals without a sign-in, as the person to whom the link was mailed: once, and while that very suspension stands.
 * Invented, used and ended links are refused alike: not-found `link-ended`.
 */
export async function appealByLink(token: string, { words }: { words: string }): Promise<void> {
  const { act, personId } = await findLink(token);
  await appeal(act, personId, words, async (tx) => {
    const used = await tx
      .update(appealLinks)
      .set({ usedAt: new Date() })
      .where(and(eq(appealLinks.tokenHash, hashToken(token)), isNull(appealLinks.usedAt)))
      .returning({ actId: appealLinks.actId });
    if (used.length === 0) throw new Refusal('not-found', 'link-ended');
  });
}

async function findLink(token: string): Promise<{ act: ActRow; personId: string }> {
  const [found] = await db
    .select({ act: moderationActs, personId: appealLinks.personId })
    .from(appealLinks)
    .innerJoin(moderationActs, eq(moderationActs.id, appealLinks.actId))
    .innerJoin(
      personSuspensions,
      and(eq(personSuspensions.actId, appealLinks.actId), gt(personSuspensions.until, new Date()))
    )
    .where(and(eq(appealLinks.tokenHash, hashToken(token)), isNull(appealLinks.usedAt)));
  if (!found) throw new Refusal('not-found', 'link-ended');
  return found;
}
