import { and, desc, eq, gt, inArray, isNull, ne, or } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { organisations, persons } from '#features/people/server/tables.ts';
import { db } from '#lib/server/db.ts';
import type { OwnInvitation } from '../spaces.ts';
import { readAddressee, rightOf, type Addressee } from './read-addressee.ts';
import { textView, readCurrentTexts } from './read-space-texts.ts';
import { ownPlace } from './read-standing.ts';
import { spaceInvitations, spaceMembers, spaceRemovals, spaces } from './tables.ts';

/**
 * The invitations that someone may use now: their own, and those of whom they may act for; with what one needs to know
 * before coming in. They are the one place where the title of a restricted space is told to those outside it.
 */
export async function listOwnInvitations(
  actor: Actor,
  locale: string,
  now = new Date()
): Promise<OwnInvitation[]> {
  if (actor.kind === 'guest') return [];
  const me = await readAddressee(actor);
  const { acceptedAt, expiresAt, kind } = spaceInvitations;
  const rows = await db
    .select({
      invitation: spaceInvitations,
      space: {
        id: spaces.id,
        slug: spaces.slug,
        kind: spaces.kind,
        titles: spaces.titles,
        purposes: spaces.purposes,
        visibility: spaces.visibility
      },
      organisation: organisations.names,
      inviter: persons.name
    })
    .from(spaceInvitations)
    .innerJoin(spaces, eq(spaces.id, spaceInvitations.spaceId))
    .innerJoin(persons, eq(persons.id, spaceInvitations.invitedBy))
    .leftJoin(organisations, eq(organisations.id, spaceInvitations.organisationId))
    .leftJoin(spaceMembers, ownPlace(actor))
    .leftJoin(
      spaceRemovals,
      and(eq(spaceRemovals.spaceId, spaces.id), eq(spaceRemovals.personId, actor.personId))
    )
    .where(
      and(
        addressedTo(me),
        isNull(spaceInvitations.withdrawnAt),
        isNull(spaceInvitations.declinedAt),
        or(and(isNull(acceptedAt), gt(expiresAt, now)), and(ne(kind, 'person'), gt(acceptedAt, new Date(0)))),
        or(eq(kind, 'person'), isNull(spaceRemovals.personId)),
        isNull(spaceMembers.role),
        isNull(spaces.archivedAt)
      )
    )
    .orderBy(desc(spaceInvitations.createdAt))
    .limit(50);
  const usable = rows.filter(({ invitation }) => rightOf(invitation, me));
  const rules = await readCurrentTexts(
    usable.map(({ space }) => space.id),
    'rules'
  );
  return usable.map(({ invitation, space, organisation, inviter }) => ({
    id: invitation.id,
    kind: invitation.kind,
    role: invitation.role,
    open: invitation.acceptedAt !== null,
    organisation,
    country: invitation.country,
    invitedBy: inviter,
    expiresAt: invitation.expiresAt,
    space,
    rules: textView(rules.get(space.id), locale)
  }));
}

function addressedTo(me: Addressee) {
  const { personId, email, organisationId, country } = spaceInvitations;
  const countries = me.places.flatMap((place) => place.country ?? []);
  return or(
    eq(personId, me.personId),
    me.email ? and(isNull(personId), eq(email, me.email)) : undefined,
    me.places.length > 0
      ? inArray(
          organisationId,
          me.places.map(({ id }) => id)
        )
      : undefined,
    countries.length > 0 ? inArray(country, countries) : undefined
  );
}
