import { and, desc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import { db } from '#lib/server/db.ts';
import { prepared } from '#lib/server/prepared.ts';
import { guest, limits, type Actor } from '../people.ts';
import { strongestOf } from './read-capacities.ts';
import { administrators, affiliations, organisations, persons, signIns } from './tables.ts';
import { hashToken } from '#lib/server/tokens.ts';

const day = 86_400_000;

// Every request asks this: the person and what they may act for, a row an organisation, in one question.
const now = sql.param(sql.placeholder('now'), affiliations.startsAt);
const signInQuestion = prepared('sign_in', (from) =>
  from
    .select({
      personId: persons.id,
      name: persons.name,
      country: persons.country,
      actingAs: signIns.actingAs,
      expiresAt: signIns.expiresAt,
      administrator: administrators.personId,
      held: { value: organisations.id, organisation: organisations.names, country: organisations.country },
      mandate: affiliations.mandate
    })
    .from(signIns)
    .innerJoin(persons, eq(persons.id, signIns.personId))
    .leftJoin(administrators, eq(administrators.personId, persons.id))
    .leftJoin(
      affiliations,
      and(
        eq(affiliations.personId, persons.id),
        lte(affiliations.startsAt, now),
        or(isNull(affiliations.endsAt), gt(affiliations.endsAt, now))
      )
    )
    .leftJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .where(eq(signIns.id, sql.placeholder('id')))
    .orderBy(desc(affiliations.startsAt))
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
  const rows = await signInQuestion({ id, now });
  const [row] = rows;
  if (!row || row.expiresAt <= now) return guest;
  if (extended && row.expiresAt.getTime() - now.getTime() < (limits.signInDays / 2) * day) {
    const expiresAt = new Date(now.getTime() + limits.signInDays * day);
    await db.update(signIns).set({ expiresAt }).where(eq(signIns.id, id));
    extended(expiresAt);
  }

  const capacities = strongestOf(
    rows.flatMap(({ held, mandate }) => (held && mandate ? [{ ...held, mandate }] : []))
  );
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
