import { eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import { forgive, giveBack, limit } from '#lib/server/limits.ts';
import { limits } from '../people.ts';
import { passwordMatches } from './passwords.ts';
import { startSignIn, type StartedSignIn } from './start-sign-in.ts';
import { persons, signIns } from './tables.ts';
import { hashToken } from '#lib/server/tokens.ts';

/** Where a sign-in comes from. `replaces` is the token that the browser had until now: it ends. */
export interface SignInOrigin {
  address: string;
  userAgent: string | null;
  replaces?: string;
}

/**
 * Signs in by e-mail and password and returns the token for the cookie. Failures are limited per account and per
 * address (a whole conference may share one, so what was right is not counted); a wrong password and an unknown
 * account get the same answer after the same time.
 */
export async function signIn(
  input: { email: string; password: string },
  from: SignInOrigin
): Promise<StartedSignIn> {
  await limit('sign-in-address', from.address, 30, 300);
  await limit('sign-in-account', input.email, 10, 300);
  const [person] = await db
    .select({ id: persons.id, passwordHash: persons.passwordHash })
    .from(persons)
    .where(eq(persons.email, input.email));
  const matches = await passwordMatches(
    person?.passwordHash ?? null,
    input.password.slice(0, limits.passwordMax)
  );
  if (!person || !matches) throw new Refusal('invalid', 'wrong-sign-in', 'password');
  await forgive('sign-in-account', input.email);
  await giveBack('sign-in-address', from.address);
  const started = await startSignIn(person.id, from.userAgent);
  if (from.replaces) await db.delete(signIns).where(eq(signIns.id, hashToken(from.replaces)));
  return started;
}
