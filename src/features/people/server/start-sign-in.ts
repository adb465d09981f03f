import { db } from '#lib/server/db.ts';
import { limits } from '../people.ts';
import { readCapacities } from './read-capacities.ts';
import { signIns } from './tables.ts';
import { hashToken, newToken } from './tokens.ts';

/** Starts a sign-in for a person who has proved who they are. The token is returned once and stored nowhere. */
export async function startSignIn(personId: string, userAgent: string | null, now = new Date()): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + limits.signInDays * 86_400_000);
  const [first] = await readCapacities(personId, now);
  await db.insert(signIns).values({
    id: hashToken(token),
    personId,
    actingAs: first?.value ?? 'personal',
    userAgent: userAgent?.slice(0, 200) ?? null,
    createdAt: now,
    expiresAt
  });
  return { token, expiresAt };
}
