import { asc, eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import { db } from '#lib/server/db.ts';
import type { DelegationView } from '../proposal-views.ts';
import { decidingCapacities, ownHolder } from './find-standing.ts';
import { positionDelegations } from './tables.ts';
import type { ProposalRow } from './take-proposal.ts';

/** The delegations that concern the reader: those their organisation or country gave, and those it was given. */
export async function listDelegations(actor: Actor, proposal: ProposalRow): Promise<DelegationView[]> {
  const capacities = decidingCapacities(actor);
  if (capacities.length === 0) return [];
  const keys = capacities.map(({ value, country }) =>
    ownHolder(proposal, { organisationId: value, country })
  );
  const rows = await db
    .select()
    .from(positionDelegations)
    .where(eq(positionDelegations.proposalId, proposal.id))
    .orderBy(asc(positionDelegations.createdAt));
  return rows
    .map((row) => ({ row, own: keys.includes(row.holder) }))
    .filter(({ row, own }) => own || capacities.some(({ value }) => value === row.toOrganisationId))
    .map(({ row, own }) => ({
      id: row.id,
      holder: row.view,
      act: actOf(row),
      to: { organisation: row.toOrganisation, slug: row.toOrganisationSlug, personName: row.toPersonName },
      at: row.createdAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      revoked: row.revokedAt && {
        at: row.revokedAt.toISOString(),
        by: row.revokedBy && actOf(row.revokedBy)
      },
      own
    }));
}
