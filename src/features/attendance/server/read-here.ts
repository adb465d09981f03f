import { and, count, eq, inArray, isNull, min } from 'drizzle-orm';
import type { DelegationCount } from '#features/sessions/delegations.ts';
import type { Tx } from '#lib/server/db.ts';
import { sessionAttendances as stays } from './tables.ts';

/** Who is here now, by delegation, the largest first. Counted by the database: two thousand people are a few dozen rows. */
export async function readHere(from: Tx, sessionId: string): Promise<DelegationCount[]> {
  const groups = await from
    .select({
      capacity: stays.capacity,
      country: stays.country,
      organisationId: stays.organisationId,
      people: count(),
      one: min(stays.id)
    })
    .from(stays)
    .where(and(eq(stays.sessionId, sessionId), isNull(stays.leftAt)))
    .groupBy(stays.capacity, stays.country, stays.organisationId);
  const here = new Map<string, DelegationCount & { one: string }>();
  for (const { capacity, country, organisationId, people, one } of groups) {
    const personal = capacity === 'personal';
    // As `delegationOf` says it; those in a personal capacity are one group.
    const key = personal ? 'personal' : country ? `country:${country}` : `organisation:${organisationId}`;
    const known = here.get(key)?.people ?? 0;
    here.set(key, {
      key,
      country: personal ? null : country,
      organisation: null,
      people: known + people,
      one: one!
    });
  }
  const names = await namesIn(
    from,
    [...here.values()].filter(({ key }) => key.startsWith('organisation:')).map(({ one }) => one)
  );
  return [...here.values()]
    .sort((a, b) => b.people - a.people || (a.key < b.key ? -1 : 1))
    .map(({ one, ...group }) => ({ ...group, organisation: names.get(one) ?? null }));
}

/** What organisations without a country were called when somebody of theirs came in. */
async function namesIn(from: Tx, ids: string[]) {
  if (ids.length === 0) return new Map<string, DelegationCount['organisation']>();
  const rows = await from
    .select({ id: stays.id, organisation: stays.organisation })
    .from(stays)
    .where(inArray(stays.id, ids));
  return new Map(rows.map(({ id, organisation }) => [id, organisation]));
}
