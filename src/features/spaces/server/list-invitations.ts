import { aliasedTable, desc, eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { organisations, persons } from '#features/people/server/tables.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import { stateOf, type SpaceInvitationView } from '../spaces.ts';
import { mayModerate } from './may.ts';
import { readSpace } from './read-space.ts';
import { spaceInvitations } from './tables.ts';

/** Who was invited to a space and what became of it, newest first, for those who moderate it. */
export async function listInvitations(
  actor: Actor,
  spaceId: string,
  now = new Date()
): Promise<SpaceInvitationView[]> {
  if (!mayModerate(actor, await readSpace(actor, { id: spaceId }))) throw new Refusal('not-allowed');
  const inviters = aliasedTable(persons, 'inviters');
  const rows = await db
    .select({
      invitation: spaceInvitations,
      person: { id: persons.id, name: persons.name },
      organisation: { slug: organisations.slug, names: organisations.names },
      inviter: inviters.name
    })
    .from(spaceInvitations)
    .innerJoin(inviters, eq(inviters.id, spaceInvitations.invitedBy))
    .leftJoin(persons, eq(persons.id, spaceInvitations.personId))
    .leftJoin(organisations, eq(organisations.id, spaceInvitations.organisationId))
    .where(eq(spaceInvitations.spaceId, spaceId))
    .orderBy(desc(spaceInvitations.createdAt))
    .limit(200);
  return rows.map(({ invitation, person, organisation, inviter }) => {
    const { id, kind, email, country, role, createdAt, expiresAt } = invitation;
    const state = stateOf(invitation, now);
    return {
      id,
      kind,
      email,
      country,
      role,
      createdAt,
      expiresAt,
      person,
      organisation,
      state,
      invitedBy: inviter
    };
  });
}
