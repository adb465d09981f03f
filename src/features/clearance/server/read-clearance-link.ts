import { and, eq, gt, isNull } from 'drizzle-orm';
import { hashToken } from '#lib/server/tokens.ts';
import { Refusal } from '#lib/refusal.ts';
import { db, type Tx } from '#lib/server/db.ts';
import { clearanceLinks } from './tables.ts';

/** For whom a mailed link is, and for which text. Invented, used and old ones are refused alike: not-found `link-ended`. */
export async function readClearanceLink(
  token: string,
  now = new Date(),
  from: Tx = db
): Promise<{ personId: string; pendingId: string; revision: number }> {
  const [link] = await from
    .select({
      personId: clearanceLinks.personId,
      pendingId: clearanceLinks.pendingId,
      revision: clearanceLinks.revision
    })
    .from(clearanceLinks)
    .where(
      and(
        eq(clearanceLinks.tokenHash, hashToken(token)),
        isNull(clearanceLinks.usedAt),
        gt(clearanceLinks.expiresAt, now)
      )
    );
  if (!link) throw new Refusal('not-found', 'link-ended');
  return link;
}
