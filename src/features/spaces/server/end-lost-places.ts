import { and, eq, gt, isNotNull, isNull, lte, ne, or } from 'drizzle-orm';
import { affiliations } from '#features/people/server/tables.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic, db } from '#lib/server/db.ts';
import { events, type SpaceMoved } from '../spaces.ts';
import { appendFact, placeOf } from './append-fact.ts';
import { spaceMembers } from './tables.ts';

/**
 * Ends the places that people hold through an organisation that they may no longer act for. They read nothing since that
 * moment already (`ownPlace`); this takes them off the list, tells the sockets, and keeps a mandate given again from
 * opening an old place. Of one person, or at start of everyone: what was missed while the house was closed.
 */
export async function endLostPlaces(personId?: string, now = new Date()): Promise<void> {
  const lost = await db
    .select({
      spaceId: spaceMembers.spaceId,
      personId: spaceMembers.personId,
      through: spaceMembers.through
    })
    .from(spaceMembers)
    .leftJoin(
      affiliations,
      and(
        eq(affiliations.personId, spaceMembers.personId),
        eq(affiliations.organisationId, spaceMembers.through),
        ne(affiliations.mandate, 'none'),
        lte(affiliations.startsAt, now),
        or(isNull(affiliations.endsAt), gt(affiliations.endsAt, now))
      )
    )
    .where(
      and(
        isNotNull(spaceMembers.through),
        isNull(affiliations.id),
        personId ? eq(spaceMembers.personId, personId) : undefined
      )
    );
  for (const place of lost) await endPlace(place);
}

async function endPlace(place: { spaceId: string; personId: string; through: string | null }): Promise<void> {
  const { spaceId, personId, through } = place;
  const gone = await atomic(async (tx) => {
    const ended = await tx
      .delete(spaceMembers)
      .where(
        and(
          eq(spaceMembers.spaceId, spaceId),
          eq(spaceMembers.personId, personId),
          eq(spaceMembers.through, through ?? '')
        )
      )
      .returning({ role: spaceMembers.role });
    if (ended.length === 0) return false;
    await appendFact(tx, null, events.left, spaceId, {
      object: placeOf(personId),
      detail: { through, role: ended[0].role }
    });
    return true;
  });
  if (gone) announce<SpaceMoved>({ name: events.left, rooms: [], payload: { spaceId, personId } });
}
