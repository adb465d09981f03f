import { eq, sql } from 'drizzle-orm';
import { db } from '#lib/server/db.ts';
import { prepared } from '#lib/server/prepared.ts';
import { guest, limits, type Actor } from '../people.ts';
import { readCapacities } from './read-capacities.ts';
import { administrators, persons, signIns } from './tables.ts';
import { hashToken } from '#lib/server/tokens.ts';

const day = 86_400_000;

const signInQuestion = prepared('sign_in', (from) =>
  from
    .select({
      personId: persons.id,
      name: persons.name,
      country: persons.country,
      actingAs: signIns.actingAs,
      expiresAt: signIns.expiresAt,
      administrator: administrators.personId
    })
    .from(signIns)
    .innerJoin(persons, eq(persons.id, signIns.personId))
    .leftJoin(administrators, eq(administrators.personId, persons.id))
    .where(eq(signIns.id, sql.placeholder('id')))
);

/**
 * Who holds this token: the one way in for pages, both sockets and commands. An unknown or expired token is a guest,
 * never an error. A used sign-in lives on: when half of its days are gone it is extended, but only where `extended` is
 * there to renew the cookie too (pages), or the browser would forget what the database remembers.
 */
export async function readActor(
  token: string | undefined,
  now = new Date(),
  extended?: (expiresAt: Date) => void
): Promise<Actor> {
  if (!token) return guest;
  const id = hashToken(token);
  const [row] = await signInQuestion({ id });
  if (!row || row.expiresAt <= now) return guest;
  if (extended && row.expiresAt.getTime() - now.getTime() < (limits.signInDays / 2) * day) {
    const expiresAt = new Date(now.getTime() + limits.signInDays * day);
    await db.update(signIns).set({ expiresAt }).where(eq(signIns.id, id));
    extended(expiresAt);
  }

  const capacities = await readCapacities(row.personId, now);
  return {
    kind: 'member',
    personId: row.personId,
    signInId: id,
    name: row.name,
    country: row.country,
    administrator: row.administrator !== null,
    // The preselected capacity falls back to the person when the mandate it named has ended.
    actingAs: capacities.some((choice) => choice.value === row.actingAs) ? row.actingAs : 'personal',
    capacities
  };
}
