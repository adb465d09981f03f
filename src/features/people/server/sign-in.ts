import { eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import { forgive, limit } from '#lib/server/limits.ts';
import { limits } from '../people.ts';
import { passwordMatches } from './passwords.ts';
import { startSignIn } from './start-sign-in.ts';
import { persons } from './tables.ts';

/**
 * Signs in by e-mail and password and returns the token for the cookie. Limited per account and per address;
 * a wrong password and an unknown account get the same answer after the same time.
 */
export async function signIn(
  input: { email: string; password: string },
  from: { address: string; userAgent: string | null }
): Promise<{ token: string; expiresAt: Date }> {
  await limit('sign-in-address', from.address, 30, 300);
  await limit('sign-in-account', input.email, 10, 300);
  const [person] = await db.select({ id: persons.id, passwordHash: persons.passwordHash }).from(persons).where(eq(persons.email, input.email));
  const matches = await passwordMatches(person?.passwordHash ?? null, input.password.slice(0, limits.passwordMax));
  if (!person || !matches) throw new Refusal('invalid', 'wrong-sign-in', 'password');
  await forgive('sign-in-account', input.email);
  return startSignIn(person.id, from.userAgent);
}
