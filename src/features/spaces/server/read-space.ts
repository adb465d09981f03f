import { and, eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { organisations } from '#features/people/server/tables.ts';
import { Refusal } from '#lib/refusal.ts';
import { db, type Tx } from '#lib/server/db.ts';
import type { SpaceView } from '../spaces.ts';
import { mayReadSpace } from './may.ts';
import { spaceMembers, spaces } from './tables.ts';

/** A space by slug or id, as `actor` sees it. What they may not read is not found. */
export async function readSpace(
  actor: Actor,
  by: { slug: string } | { id: string },
  from: Tx = db
): Promise<SpaceView> {
  const [row] = await from
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
    .where('slug' in by ? eq(spaces.slug, by.slug) : eq(spaces.id, by.id));
  if (!row || !mayReadSpace(actor, { visibility: row.space.visibility, role: row.role }))
    throw new Refusal('not-found');
  const { id, slug, kind, titles, purposes, countries, regions, axis, topics, visibility } = row.space;
  return {
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
    leadOrganisation: row.lead,
    role: row.role
  };
}
