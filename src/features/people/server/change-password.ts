import { and, eq, ne } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { atomic, db } from '#lib/server/db.ts';
import { hub } from '#lib/server/hub.ts';
import { forgive, limit } from '#lib/server/limits.ts';
import { limits, type Actor } from '../people.ts';
import { hashPassword, passwordMatches } from './passwords.ts';
import { mustBeSignedIn } from './read-act.ts';
import { persons, signIns } from './tables.ts';

/** Changes one's own password, against the current one, and ends every other sign-in: who had the old one is out. */
export async function changePassword(
  actor: Actor,
  input: { current: string; password: string }
): Promise<void> {
  const member = mustBeSignedIn(actor);
  await limit('change-password', member.personId, 10, 300);
  const [person] = await db
    .select({ passwordHash: persons.passwordHash })
    .from(persons)
    .where(eq(persons.id, member.personId));
  if (!(await passwordMatches(person?.passwordHash ?? null, input.current.slice(0, limits.passwordMax))))
    throw new Refusal('invalid', 'wrong-password', 'current');
  const passwordHash = await hashPassword(input.password);
  const others = await atomic(async (tx) => {
    await tx.update(persons).set({ passwordHash }).where(eq(persons.id, member.personId));
    return tx
      .delete(signIns)
      .where(and(eq(signIns.personId, member.personId), ne(signIns.id, member.signInId)))
      .returning({ id: signIns.id });
  });
  await forgive('change-password', member.personId);
  for (const { id } of others) hub().disconnect({ signInId: id });
}
