import { and, eq, inArray } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { organisations } from '#features/people/server/tables.ts';
import { mayModerate } from '#features/spaces/server/may.ts';
import type { SpaceView } from '#features/spaces/spaces.ts';
import { db } from '#lib/server/db.ts';
import { purposes, type Purpose } from '../purposes.ts';

/** The purposes that someone may choose for a new thread in a space, in their order. */
export async function listPurposes(actor: Actor, space: SpaceView): Promise<Purpose[]> {
  if (actor.kind !== 'member') return [];
  const capacities = actor.capacities.map(({ value }) => value);
  const leads = space.leadOrganisation !== null && capacities.includes(space.leadOrganisation.id);
  const ministries = capacities.length
    ? await db
        .select({ id: organisations.id })
        .from(organisations)
        .where(and(inArray(organisations.id, capacities), eq(organisations.kind, 'ministry')))
    : [];
  const open: Record<Purpose, boolean> = {
    discussion: true,
    question: true,
    call: true,
    announcement: leads || mayModerate(actor, space),
    support: ministries.length > 0 && space.visibility !== 'restricted'
  };
  return purposes.filter((purpose) => open[purpose]);
}
