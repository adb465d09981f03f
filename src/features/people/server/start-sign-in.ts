import { and, eq, gt } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import { limits } from '../people.ts';
import { readCapacities } from './read-capacities.ts';
import { personSuspensions } from './suspension-tables.ts';
import { persons, signIns } from './tables.ts';
import { hashToken, newToken } from '#lib/server/tokens.ts';

/** The token goes into the cookie; language and zone are the person's own choice, which follows them to this browser. */
export interface StartedSignIn {
  token: string;
  expiresAt: Date;
  locale: string | null;
  timezone: string | null;
}

/** Starts a sign-in for a person who has proved who they are. The token is returned once and stored nowhere. */
export async function startSignIn(
  personId: string,
  userAgent: string | null,
  now = new Date()
): Promise<StartedSignIn> {
  const [suspension] = await db
    .select({ until: personSuspensions.until })
    .from(personSuspensions)
    .where(and(eq(personSuspensions.personId, personId), gt(personSuspensions.until, now)));
  if (suspension) throw new Refusal('not-allowed', 'suspended', undefined, { until: suspension.until });
  const token = newToken();
  const expiresAt = new Date(now.getTime() + limits.signInDays * 86_400_000);
  const [first] = await readCapacities(personId, now);
  const [person] = await db
    .select({ locale: persons.locale, timezone: persons.timezone })
    .from(persons)
    .where(eq(persons.id, personId));
  await db.insert(signIns).values({
    id: hashToken(token),
    personId,
    actingAs: first?.value ?? 'personal',
    userAgent: userAgent?.slice(0, 200) ?? null,
    createdAt: now,
    expiresAt
  });
  return { token, expiresAt, locale: person?.locale ?? null, timezone: person?.timezone ?? null };
}
