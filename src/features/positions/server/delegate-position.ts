import { and, eq, gt, isNull } from 'drizzle-orm';
import type * as v from 'valibot';
import { mandateCovers, type Actor } from '#features/people/people.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { readCapacities } from '#features/people/server/read-capacities.ts';
import { organisations, persons } from '#features/people/server/tables.ts';
import { mayDecide, refusalOf } from '#features/spaces/server/may.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic, type Tx } from '#lib/server/db.ts';
import { limit } from '#lib/server/limits.ts';
import type { newDelegation } from '../inputs.ts';
import { events, type ProposalFact } from '../positions.ts';
import { factOf } from './announce-change.ts';
import { findStanding } from './find-standing.ts';
import { positionDelegations } from './tables.ts';
import { mustNotBeClosed, takeProposal } from './take-proposal.ts';

/**
 * Lets another organisation (or one person of it) cast for one's own, until an hour named or the close. One at a time.
 * It is not passed on: who has given theirs away receives none, and who has received one gives none away.
 */
export async function delegatePosition(
  actor: Actor,
  input: v.InferOutput<typeof newDelegation>,
  at?: Date
): Promise<{ id: string }> {
  const member = mustBeSignedIn(actor);
  await limit('position-delegation', member.personId, 30, 3600);
  const id = newId();
  const fact = await atomic(async (tx) => {
    const { proposal, now } = await takeProposal(tx, input.proposalId, at);
    const space = await readSpace(actor, { id: proposal.spaceId }, tx);
    if (!mayDecide(actor, space)) throw refusalOf(space, 'observers-do-not-decide');
    mustNotBeClosed(proposal, now);
    const { capacity } = input;
    const { holder, act, authority } = await findStanding(
      tx,
      actor,
      proposal,
      { capacity, wanted: undefined },
      now
    );
    if (holder.kind === 'person') throw new Refusal('not-allowed', 'needs-mandate', 'capacity');
    const endsAt = input.endsAt && input.endsAt < proposal.closesAt ? input.endsAt : proposal.closesAt;
    if (endsAt <= now) throw new Refusal('invalid', 'delegation-over', 'until');
    const to = await readDelegate(tx, input);
    await mustEndThere(tx, proposal.id, holder.key, { ...to, own: act.organisationId! }, now);
    await tx.insert(positionDelegations).values({
      id,
      proposalId: proposal.id,
      holder: holder.key,
      view: holder,
      ...act,
      authority,
      toOrganisationId: to.id,
      toOrganisation: to.names,
      toOrganisationSlug: to.slug,
      toPersonId: input.toPersonId ?? null,
      toPersonName: to.personName,
      createdAt: now,
      endsAt
    });
    await appendEntry(tx, {
      action: events.delegated,
      actor: act,
      object: { kind: 'delegation', id },
      threadId: proposal.subjectKind === 'thread' ? proposal.subjectId : null,
      spaceId: proposal.spaceId,
      detail: {
        proposal: proposal.id,
        holder: holder.key,
        toOrganisation: to.id,
        toPerson: input.toPersonId ?? null,
        until: endsAt.toISOString()
      },
      at: now
    });
    return factOf(proposal);
  });
  announce<ProposalFact>({ name: events.delegated, rooms: [], payload: fact });
  return { id };
}

/** The organisation, and the person when one is named: they must hold its mandate, or nothing could come of it. */
async function readDelegate(tx: Tx, { toOrganisationId, toPersonId }: v.InferOutput<typeof newDelegation>) {
  const { id, slug, names, country } = organisations;
  const [organisation] = await tx
    .select({ id, slug, names, country })
    .from(organisations)
    .where(eq(id, toOrganisationId));
  if (!organisation) throw new Refusal('invalid', 'delegate-unknown', 'toOrganisationId');
  if (!toPersonId) return { ...organisation, personName: null };
  const held = await readCapacities(toPersonId, new Date(), tx);
  const [person] = await tx.select({ name: persons.name }).from(persons).where(eq(persons.id, toPersonId));
  if (
    !person ||
    !held.some(({ value, mandate }) => value === toOrganisationId && mandateCovers(mandate, 'negotiate'))
  )
    throw new Refusal('invalid', 'delegate-unknown', 'toPersonId');
  return { ...organisation, personName: person.name };
}

/** Neither to oneself, nor a second one, nor a chain or circle of them. */
async function mustEndThere(
  tx: Tx,
  proposalId: string,
  from: string,
  to: { id: string; country: string | null; own: string },
  now: Date
): Promise<void> {
  const receiver = from.startsWith('country:') ? `country:${to.country}` : `organisation:${to.id}`;
  if (receiver === from || to.id === to.own)
    throw new Refusal('invalid', 'delegation-to-oneself', 'toOrganisationId');
  const given = await tx
    .select({
      holder: positionDelegations.holder,
      toOrganisationId: positionDelegations.toOrganisationId,
      toCountry: organisations.country
    })
    .from(positionDelegations)
    .innerJoin(organisations, eq(organisations.id, positionDelegations.toOrganisationId))
    .where(
      and(
        eq(positionDelegations.proposalId, proposalId),
        isNull(positionDelegations.revokedAt),
        gt(positionDelegations.endsAt, now)
      )
    );
  if (given.some(({ holder }) => holder === from)) throw new Refusal('conflict', 'delegated-already');
  const receives = (holder: string) =>
    given.some(
      (one) =>
        (holder.startsWith('country:')
          ? `country:${one.toCountry}`
          : `organisation:${one.toOrganisationId}`) === holder
    );
  if (given.some(({ holder }) => holder === receiver) || receives(from))
    throw new Refusal('conflict', 'delegation-chain', 'toOrganisationId');
}
