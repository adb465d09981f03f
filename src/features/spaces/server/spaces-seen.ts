import { and, desc, eq, inArray, type SQL } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { organisations } from '#features/people/server/tables.ts';
import type { Tx } from '#lib/server/db.ts';
import type { SpaceView } from '../spaces.ts';
import { readableSpaces } from './read-readable.ts';
import { ownPlace, ownSuspension, standingColumns } from './read-standing.ts';
import { spaceSuspensions } from './suspension-tables.ts';
import { spaceMembers, spaces } from './tables.ts';

/** The spaces of `where` that `actor` may read, as they see them (their own role is in the view), newest first. */
export async function spacesSeen(actor: Actor, from: Tx, where?: SQL): Promise<SpaceView[]> {
  return from
    .select({
      id: spaces.id,
      slug: spaces.slug,
      kind: spaces.kind,
      circleFunction: spaces.circleFunction,
      titles: spaces.titles,
      purposes: spaces.purposes,
      countries: spaces.countries,
      regions: spaces.regions,
      axis: spaces.axis,
      topics: spaces.topics,
      leadOrganisation: { id: organisations.id, slug: organisations.slug, names: organisations.names },
      ...standingColumns,
      suspendedUntil: spaceSuspensions.until
    })
    .from(spaces)
    .leftJoin(organisations, eq(organisations.id, spaces.leadOrganisationId))
    .leftJoin(spaceMembers, ownPlace(actor))
    .leftJoin(spaceSuspensions, ownSuspension(actor))
    .where(and(inArray(spaces.id, readableSpaces(actor)), where))
    .orderBy(desc(spaces.createdAt), desc(spaces.id));
}
