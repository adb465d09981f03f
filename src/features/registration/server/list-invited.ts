import { and, eq, gt, isNull, lte, ne, or } from 'drizzle-orm';
import { affiliations, organisations, persons } from '#features/people/server/tables.ts';
import { spaceMembers } from '#features/spaces/server/tables.ts';
import type { SpaceView } from '#features/spaces/spaces.ts';
import { isCountry } from '#lib/vocab/countries.ts';
import type { Tx } from '#lib/server/db.ts';
import type { SubjectKind } from '../registration.ts';

/**
 * The people whom an invitation reaches: who speaks today for the organisation, or for organisations of the country, or the one person.
 * Only those who may read the forum. Null when there is no such country, organisation, or person of the forum.
 */
export async function listInvited(
  tx: Tx,
  space: Pick<SpaceView, 'id' | 'visibility'>,
  kind: SubjectKind,
  subject: string
): Promise<string[] | null> {
  const members = (
    await tx
      .select({ personId: spaceMembers.personId })
      .from(spaceMembers)
      .where(eq(spaceMembers.spaceId, space.id))
  ).map(({ personId }) => personId);
  if (kind === 'person') return members.includes(subject) ? [subject] : null;
  if (kind === 'country' && !isCountry(subject)) return null;
  if (kind === 'organisation') {
    const [known] = await tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.id, subject));
    if (!known) return null;
  }
  const now = new Date();
  const speaking = await tx
    .selectDistinct({ personId: affiliations.personId })
    .from(affiliations)
    .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .innerJoin(persons, eq(persons.id, affiliations.personId))
    .where(
      and(
        kind === 'country' ? eq(organisations.country, subject) : eq(organisations.id, subject),
        ne(affiliations.mandate, 'none'),
        lte(affiliations.startsAt, now),
        or(isNull(affiliations.endsAt), gt(affiliations.endsAt, now))
      )
    );
  const inside = new Set(members);
  return speaking
    .map(({ personId }) => personId)
    .filter((personId) => space.visibility !== 'restricted' || inside.has(personId));
}
