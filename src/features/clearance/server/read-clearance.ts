import { eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { organisations } from '#features/people/server/tables.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Names } from '#lib/names.ts';
import { db } from '#lib/server/db.ts';
import type { ClearanceRule } from '../clearance.ts';
import { listFocalPoints } from './list-focal-points.ts';
import { mayReadClearance, maySetClearance } from './may.ts';
import { clearanceRules } from './tables.ts';

export interface ClearanceView {
  organisation: { id: string; slug: string; names: Names };
  rule: ClearanceRule | null;
  focalPoints: { personId: string; name: string; title: string | null }[];
  maySet: boolean;
}

/** How an organisation clears what is said for it: for its own people; for everyone else there is no such page. */
export async function readClearance(actor: Actor, by: { slug: string }): Promise<ClearanceView> {
  const [organisation] = await db
    .select({ id: organisations.id, slug: organisations.slug, names: organisations.names })
    .from(organisations)
    .where(eq(organisations.slug, by.slug));
  if (!organisation) throw new Refusal('not-found');
  const points = await listFocalPoints(organisation.id);
  const own = actor.kind === 'member' && points.some(({ personId }) => personId === actor.personId);
  if (!mayReadClearance(actor, organisation.id, own)) throw new Refusal('not-found');
  const [rule] = await db
    .select({
      hours: clearanceRules.hours,
      atEnd: clearanceRules.atEnd,
      exemptsFocalPoints: clearanceRules.exemptsFocalPoints,
      spaceIds: clearanceRules.spaceIds
    })
    .from(clearanceRules)
    .where(eq(clearanceRules.organisationId, organisation.id));
  return {
    organisation,
    rule: rule ?? null,
    focalPoints: points.map(({ personId, name, title }) => ({ personId, name, title })),
    maySet: maySetClearance(actor, organisation.id)
  };
}
