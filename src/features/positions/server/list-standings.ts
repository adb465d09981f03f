import { and, asc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import { mayDecide } from '#features/spaces/server/may.ts';
import type { SpaceView } from '#features/spaces/spaces.ts';
import { db } from '#lib/server/db.ts';
import type { OwnStanding } from '../proposal-views.ts';
import { decidingCapacities, ownHolder } from './find-standing.ts';
import { positionDelegations, positions, positionValues, proposalEligibles } from './tables.ts';
import type { ProposalRow } from './take-proposal.ts';

/** All ways in which `actor` may answer this proposal. Verbs ask again; this is what a page offers. Three queries. */
export async function listStandings(
  actor: Actor,
  proposal: ProposalRow,
  space: SpaceView,
  now = new Date()
): Promise<OwnStanding[]> {
  if (actor.kind !== 'member' || !mayDecide(actor, space)) return [];
  const personal = {
    key: `person:${actor.personId}`,
    capacity: 'personal',
    holder: null,
    organisation: null,
    delegated: false
  };
  if (proposal.decides === 'person')
    return withPositions(proposal, [{ ...personal, standing: 'decides' as const }]);
  const capacities = decidingCapacities(actor);
  const own = capacities.flatMap((choice) => {
    const key = ownHolder(proposal, { organisationId: choice.value, country: choice.country });
    return key ? [{ key, choice, delegated: false }] : [];
  });
  const given =
    capacities.length === 0
      ? []
      : (
          await db
            .select({ key: positionDelegations.holder, to: positionDelegations.toOrganisationId })
            .from(positionDelegations)
            .where(
              and(
                eq(positionDelegations.proposalId, proposal.id),
                inArray(
                  positionDelegations.toOrganisationId,
                  capacities.map(({ value }) => value)
                ),
                or(
                  isNull(positionDelegations.toPersonId),
                  eq(positionDelegations.toPersonId, actor.personId)
                ),
                isNull(positionDelegations.revokedAt),
                gt(positionDelegations.endsAt, now)
              )
            )
        ).map(({ key, to }) => ({
          key,
          choice: capacities.find(({ value }) => value === to)!,
          delegated: true
        }));
  const wanted = [...own, ...given];
  const listed =
    wanted.length === 0
      ? []
      : await db
          .select()
          .from(proposalEligibles)
          .where(
            and(
              eq(proposalEligibles.proposalId, proposal.id),
              inArray(
                proposalEligibles.holder,
                wanted.map(({ key }) => key)
              )
            )
          );
  const views = new Map(listed.map(({ holder, view }) => [holder, view]));
  const deciding = wanted
    .filter(({ key }) => views.has(key))
    .map(({ key, choice, delegated }) => ({
      key,
      standing: 'decides' as const,
      capacity: choice.value,
      holder: views.get(key)!,
      organisation: choice.organisation,
      delegated
    }));
  return withPositions(proposal, [...deciding, { ...personal, standing: 'advises' as const }]);
}

async function withPositions(
  proposal: ProposalRow,
  standings: Omit<OwnStanding, 'positions'>[]
): Promise<OwnStanding[]> {
  const rows = await db
    .select({ position: positions, answer: positionValues })
    .from(positions)
    .innerJoin(positionValues, eq(positionValues.positionId, positions.id))
    .where(
      and(
        eq(positions.proposalId, proposal.id),
        inArray(
          positions.holder,
          standings.map(({ key }) => key)
        )
      )
    )
    .orderBy(sql`${positions.revision} desc`, asc(positions.holder));
  return standings.map((standing) => ({
    ...standing,
    positions: rows
      .filter(
        ({ position }) =>
          position.holder === standing.key &&
          (!standing.delegated || position.organisationId === standing.capacity)
      )
      .map(({ position, answer: { value, reservation, explanation } }) => ({
        ...{ id: position.id, act: actOf(position), delegated: position.delegationId !== null },
        at: position.castAt.toISOString(),
        ...{ value, reservation, explanation },
        superseded: position.supersededAt !== null
      }))
  }));
}
