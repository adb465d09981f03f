import { hashToken, newToken } from '#lib/server/tokens.ts';
import type { Tx } from '#lib/server/db.ts';
import { clearanceLinks } from './tables.ts';

/** Makes the secret of a mailed link: for this person and this revision of this text, once, until then. Only its hash stays. */
export async function appendClearanceLink(
  tx: Tx,
  link: { personId: string; pendingId: string; revision: number; expiresAt: Date }
): Promise<string> {
  const token = newToken();
  await tx.insert(clearanceLinks).values({ ...link, tokenHash: hashToken(token), createdAt: new Date() });
  return token;
}
