import { and, eq, gt, isNull } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { db, type Tx } from '#lib/server/db.ts';
import { passwordResets } from './tables.ts';
import { hashToken } from '#lib/server/tokens.ts';

/** Whose password this link may set. A used, old or invented one is refused alike. */
export async function readPasswordReset(
  token: string,
  now = new Date(),
  from: Tx = db
): Promise<{ personId: string }> {
  const [reset] = await from
    .select({ personId: passwordResets.personId })
    .from(passwordResets)
    .where(
      and(
        eq(passwordResets.tokenHash, hashToken(token)),
        isNull(passwordResets.usedAt),
        gt(passwordResets.expiresAt, now)
      )
    );
  if (!reset) throw new Refusal('not-found', 'link-ended');
  return reset;
}
