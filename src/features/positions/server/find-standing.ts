import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { mandateCovers, type Act, type Actor } from '#features/people/people.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { organisations } from '#features/people/server/tables.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import type { Holder } from '../positions.ts';
import { personHolder } from './holders.ts';
import type { ProposalRow } from './take-proposal.ts';
import { positionDelegations, proposalEligibles } from './tables.ts';

export type DelegationRow = typeof positionDelegations.$inferSelect;

/** In which way somebody may answer: whose position it is, who casts it, and by whose word. */
export interface Standing {
  holder: Holder;
  standing: 'decides' | 'advises';
  act: Act;
  /** The kind of organisation whose word it is; null for persons. */
  authority: string | null;
  delegation: DelegationRow | null;
}

/** Whose position `act` is one's own to cast; null: nobody's, an international organisation has no country. */
export const ownHolder = (
  proposal: Pick<ProposalRow, 'decides'>,
  act: Pick<Act, 'organisationId' | 'country'>
): string | null =>
  act.organisationId === null
    ? null
    : proposal.decides === 'organisation'
      ? `organisation:${act.organisationId}`
      : act.country && `country:${act.country}`;

/**
 * What `actor` may cast in `capacity`, for `wanted` when it is another's. The mandate is read here, inside the caller's
 * transaction. In a poll by person everyone answers for themselves; elsewhere a personal capacity advises.
 * Refuses not-allowed: `no-mandate`, `mandate-too-weak`, `not-eligible`, `no-delegation`.
 */
export async function findStanding(
  tx: Tx,
  actor: Actor,
  proposal: ProposalRow,
  { capacity, wanted }: { capacity: string; wanted: string | undefined },
  now: Date
): Promise<Standing> {
  const personal = proposal.decides === 'person' || capacity === 'personal';
  const act = await readAct(actor, personal ? 'personal' : capacity, personal ? 'speak' : 'negotiate', tx);
  if (personal) {
    const standing = proposal.decides === 'person' ? 'decides' : 'advises';
    return { holder: personHolder(act, now), standing, act, authority: null, delegation: null };
  }
  const own = ownHolder(proposal, act);
  const key = wanted ?? own;
  const [row] = key
    ? await tx
        .select()
        .from(proposalEligibles)
        .where(and(eq(proposalEligibles.proposalId, proposal.id), eq(proposalEligibles.holder, key)))
    : [];
  if (!row) throw new Refusal('not-allowed', 'not-eligible', 'capacity');
  const delegation = key === own ? null : await findDelegation(tx, proposal.id, key!, act, now);
  const authority = delegation ? delegation.authority : await kindOf(tx, act);
  return { holder: row.view, standing: 'decides', act, authority, delegation };
}

/** The delegation under which `act` may cast for `holder` at `now`: one that ended a moment ago is none. */
async function findDelegation(
  tx: Tx,
  proposalId: string,
  holder: string,
  act: Act,
  now: Date
): Promise<DelegationRow> {
  const [row] = await tx
    .select()
    .from(positionDelegations)
    .where(
      and(
        eq(positionDelegations.proposalId, proposalId),
        eq(positionDelegations.holder, holder),
        eq(positionDelegations.toOrganisationId, act.organisationId!),
        or(isNull(positionDelegations.toPersonId), eq(positionDelegations.toPersonId, act.personId)),
        isNull(positionDelegations.revokedAt),
        gt(positionDelegations.endsAt, now)
      )
    );
  if (!row) throw new Refusal('not-allowed', 'no-delegation', 'capacity');
  return row;
}

export async function kindOf(tx: Tx, act: Act): Promise<string | null> {
  if (!act.organisationId) return null;
  const [row] = await tx
    .select({ kind: organisations.kind })
    .from(organisations)
    .where(eq(organisations.id, act.organisationId));
  return row?.kind ?? null;
}

/** The capacities in which the actor may decide at all; verbs read the mandate again. */
export const decidingCapacities = (actor: Actor) =>
  actor.kind === 'member'
    ? actor.capacities.filter(({ mandate }) => mandateCovers(mandate, 'negotiate'))
    : [];
