import { and, eq, gt, isNull } from 'drizzle-orm';
import type * as v from 'valibot';
import type { Actor, Member } from '#features/people/people.ts';
import { mayInvite } from '#features/people/server/may.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { organisations, persons } from '#features/people/server/tables.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic, db, type Tx } from '#lib/server/db.ts';
import { limit } from '#lib/server/limits.ts';
import { isCountry } from '#lib/vocab/countries.ts';
import type { invitationForm } from '../inputs.ts';
import { events, limits } from '../spaces.ts';
import { appendFact } from './append-fact.ts';
import { holdSpace } from './hold-space.ts';
import { mailInvitation } from './mail-invitation.ts';
import { mayModerate } from './may.ts';
import { readSpace } from './read-space.ts';
import { spaceInvitations, spaceMembers } from './tables.ts';

const day = 86_400_000;
type Invited = {
  personId: string | null;
  email: string | null;
  organisationId: string | null;
  country: string | null;
};

/**
 * Invites a person by e-mail address, an organisation, or a country's delegation. While one waits, the same again only
 * makes it last longer. Who is not on Palabre yet is invited by those who may let people into the house; `isNew` then asks the
 * door to do so. Refuses not-allowed, invalid (`person-unknown`, `organisation-missing`, `country`), conflict `already-member`.
 */
export async function inviteToSpace(
  actor: Actor,
  spaceId: string,
  input: v.InferOutput<typeof invitationForm>,
  now = new Date()
): Promise<{ id: string; isNew: boolean }> {
  const member = mustBeSignedIn(actor);
  const space = await readSpace(actor, { id: spaceId });
  if (!mayModerate(actor, space)) throw new Refusal('not-allowed');
  await limit('invite-to-space', member.personId, 60, 3600);
  const whom = await findInvited(member, input);
  const expiresAt = new Date(now.getTime() + limits.invitationDays * day);
  const { id, again } = await atomic(async (tx) => {
    if (!mayModerate(actor, await holdSpace(tx, actor, spaceId))) throw new Refusal('not-allowed');
    if (whom.personId && (await isMember(tx, spaceId, whom.personId)))
      throw new Refusal('conflict', 'already-member', 'email');
    const [waiting] = await tx
      .update(spaceInvitations)
      .set({ expiresAt, role: input.role })
      .where(and(sameAs(spaceId, whom), gt(spaceInvitations.expiresAt, now)))
      .returning({ id: spaceInvitations.id });
    const id = waiting?.id ?? newId();
    if (!waiting)
      await tx.insert(spaceInvitations).values({
        ...whom,
        id,
        spaceId,
        kind: input.kind,
        role: input.role,
        invitedBy: member.personId,
        createdAt: now,
        expiresAt
      });
    await appendFact(tx, member, events.invited, spaceId, {
      object: { kind: 'invitation', id },
      detail: { kind: input.kind, role: input.role, organisation: whom.organisationId, country: whom.country }
    });
    return { id, again: waiting !== undefined };
  });
  const { personId, organisationId, country } = whom;
  announce({
    name: events.invited,
    rooms: personId ? [`person:${personId}`] : [],
    payload: { spaceId, invitationId: id, personId, organisationId, country }
  });
  if (input.kind === 'person' && !again) await mailInvitation(member, space, input.email);
  return { id, isNew: input.kind === 'person' && !personId };
}

async function findInvited(member: Member, input: v.InferOutput<typeof invitationForm>): Promise<Invited> {
  const nobody: Invited = { personId: null, email: null, organisationId: null, country: null };
  if (input.kind === 'country') {
    if (!isCountry(input.country)) throw new Refusal('invalid', 'country', 'country');
    return { ...nobody, country: input.country };
  }
  if (input.kind === 'organisation') {
    const { organisationId } = input;
    const known = await db
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.id, organisationId));
    if (known.length === 0) throw new Refusal('invalid', 'organisation-missing', 'organisationId');
    return { ...nobody, organisationId };
  }
  const [person] = await db.select({ id: persons.id }).from(persons).where(eq(persons.email, input.email));
  if (person) return { ...nobody, personId: person.id };
  if (!mayInvite(member, { mandate: 'none' })) throw new Refusal('invalid', 'person-unknown', 'email');
  return { ...nobody, email: input.email };
}

async function isMember(tx: Tx, spaceId: string, personId: string): Promise<boolean> {
  const rows = await tx
    .select({ role: spaceMembers.role })
    .from(spaceMembers)
    .where(and(eq(spaceMembers.spaceId, spaceId), eq(spaceMembers.personId, personId)));
  return rows.length > 0;
}

/** An invitation of the same that was not answered yet. */
const sameAs = (spaceId: string, whom: Invited) => {
  const { personId, email, organisationId, country, acceptedAt, declinedAt, withdrawnAt } = spaceInvitations;
  return and(
    eq(spaceInvitations.spaceId, spaceId),
    whom.personId ? eq(personId, whom.personId) : undefined,
    whom.email ? eq(email, whom.email) : undefined,
    whom.organisationId ? eq(organisationId, whom.organisationId) : undefined,
    whom.country ? eq(country, whom.country) : undefined,
    isNull(acceptedAt),
    isNull(declinedAt),
    isNull(withdrawnAt)
  );
};
