import { and, eq, isNull } from 'drizzle-orm';
import { atomic } from '#lib/server/db.ts';
import { hub } from '#lib/server/hub.ts';
import { hashPassword } from './passwords.ts';
import { readPasswordReset } from './read-password-reset.ts';
import { passwordResets, persons, signIns } from './tables.ts';

/** Sets the password through a mailed link: once, and with it ends every sign-in and every other link of the person. */
export async function resetPassword(
  input: { token: string; password: string },
  now = new Date()
): Promise<void> {
  // Hashing takes long and holds no lock, so it comes before the transaction, after a first look at the link.
  await readPasswordReset(input.token, now);
  const passwordHash = await hashPassword(input.password);
  const personId = await atomic(async (tx) => {
    const reset = await readPasswordReset(input.token, now, tx);
    await tx
      .update(passwordResets)
      .set({ usedAt: now })
      .where(and(eq(passwordResets.personId, reset.personId), isNull(passwordResets.usedAt)));
    await tx.update(persons).set({ passwordHash }).where(eq(persons.id, reset.personId));
    await tx.delete(signIns).where(eq(signIns.personId, reset.personId));
    return reset.personId;
  });
  hub().disconnect({ personId });
}
