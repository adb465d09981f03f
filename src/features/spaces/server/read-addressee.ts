import { eq, inArray } from 'drizzle-orm';
import type { Member } from '#features/people/people.ts';
import { organisations, persons } from '#features/people/server/tables.ts';
import { db, type Tx } from '#lib/server/db.ts';
import { mandatesOf } from './read-standing.ts';
import type { spaceInvitations } from './tables.ts';

/** Under which names invitations may be meant for someone. */
export interface Addressee {
  personId: string;
  email: string | null;
  /** What they may act for, what they act for by default first. */
  places: { id: string; kind: string; country: string | null }[];
}

export async function readAddressee(member: Member, from: Tx = db): Promise<Addressee> {
  const [person] = await from
    .select({ email: persons.email })
    .from(persons)
    .where(eq(persons.id, member.personId));
  const places = await from
    .select({ id: organisations.id, kind: organisations.kind, country: organisations.country })
    .from(organisations)
    .where(inArray(organisations.id, mandatesOf(member)));
  const first = (id: string) => (id === member.actingAs ? 0 : 1);
  return {
    personId: member.personId,
    email: person?.email ?? null,
    places: places.sort((a, b) => first(a.id) - first(b.id))
  };
}

type Invitation = Pick<
  typeof spaceInvitations.$inferSelect,
  'kind' | 'personId' | 'email' | 'organisationId' | 'country' | 'acceptedAt'
>;

/**
 * By what right someone may use an invitation, or null: it is none of theirs, and for them there is none. A person's is
 * theirs alone. An organisation's is for whoever may act for it. A country's delegation is answered by who may speak for a
 * ministry of that country; from then on it is for whoever may act for an organisation of the country.
 */
export function rightOf(invitation: Invitation, me: Addressee): { through: string | null } | null {
  if (invitation.kind === 'person') {
    const mine = invitation.personId
      ? invitation.personId === me.personId
      : invitation.email !== null && invitation.email === me.email;
    return mine && !invitation.acceptedAt ? { through: null } : null;
  }
  const place =
    invitation.kind === 'organisation'
      ? me.places.find(({ id }) => id === invitation.organisationId)
      : me.places.find(
          ({ kind, country }) =>
            country === invitation.country && (invitation.acceptedAt !== null || kind === 'ministry')
        );
  return place ? { through: place.id } : null;
}
