import { and, desc, eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { organisations } from '#features/people/server/tables.ts';
import { db } from '#lib/server/db.ts';
import type { SpaceView } from '../spaces.ts';
import { mayReadSpace } from './may.ts';
import { spaceMembers, spaces } from './tables.ts';

/** Every space that `actor` may read, newest first. */
export async function listSpaces(actor: Actor): Promise<SpaceView[]> {
  const rows = await db
    .select({
      space: spaces,
      lead: { id: organisations.id, slug: organisations.slug, names: organisations.names },
      role: spaceMembers.role
    })
    .from(spaces)
    .leftJoin(organisations, eq(organisations.id, spaces.leadOrganisationId))
    .leftJoin(
      spaceMembers,
      and(
        eq(spaceMembers.spaceId, spaces.id),
        eq(spaceMembers.personId, actor.kind === 'member' ? actor.personId : '')
      )
    )
    .orderBy(desc(spaces.createdAt));
  return rows
    .filter(({ space, role }) => mayReadSpace(actor, { visibility: space.visibility, role }))
    .map(
      ({
        space: { id, slug, kind, titles, purposes, countries, regions, axis, topics, visibility },
        lead,
        role
      }) => ({
        id,
        slug,
        kind,
        titles,
        purposes,
        countries,
        regions,
        axis,
        topics,
        visibility,
        leadOrganisation: lead,
        role
      })
    );
}
