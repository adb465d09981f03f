import { and, eq, isNull } from 'drizzle-orm';
import { atomic } from '#lib/server/db.ts';
import { linkTo } from '#lib/server/mail.ts';
import { limits } from '../people.ts';
import { administrators, invitations } from './tables.ts';
import { hashToken, newToken } from '#lib/server/tokens.ts';

/**
 * A one-time link that makes its holder the first administrator, for whoever can read this server's terminal; null when
 * there is an administrator already. A new link ends the ones printed before.
 */
export async function createFirstInvitation(now = new Date()): Promise<string | null> {
  const token = newToken();
  const made = await atomic(async (tx) => {
    if ((await tx.select({ id: administrators.personId }).from(administrators).limit(1)).length > 0)
      return false;
    await tx
      .delete(invitations)
      .where(
        and(
          eq(invitations.role, 'administrator'),
          isNull(invitations.invitedBy),
          isNull(invitations.acceptedAt)
        )
      );
    await tx.insert(invitations).values({
      tokenHash: hashToken(token),
      role: 'administrator',
      mandate: 'none',
      createdAt: now,
      expiresAt: new Date(now.getTime() + limits.invitationDays * 86_400_000)
    });
    return true;
  });
  return made ? linkTo(`/invitation/${token}`) : null;
}
