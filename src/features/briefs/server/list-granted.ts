import { and, inArray, isNull } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { db } from '#lib/server/db.ts';
import { briefRoles } from './tables.ts';

/** The ids of the briefs that were opened to `actor`, or to an organisation that they may act for, one by one. */
export async function listGranted(actor: Actor): Promise<Set<string>> {
  if (actor.kind !== 'member') return new Set();
  const subjects = [actor.personId, ...actor.capacities.map((choice) => choice.value)];
  const rows = await db
    .select({ id: briefRoles.briefId })
    .from(briefRoles)
    .where(and(inArray(briefRoles.subjectId, subjects), isNull(briefRoles.revokedAt)));
  return new Set(rows.map(({ id }) => id));
}
