import { and, eq } from 'drizzle-orm';
import type { Tx } from '#lib/server/db.ts';
import { spaceSuspensions } from './suspension-tables.ts';

/** From now until then this person contributes nothing to the space; a second one takes the place of the first. */
export async function appendSpaceSuspension(
  tx: Tx,
  { spaceId, personId, until, actId }: { spaceId: string; personId: string; until: Date; actId: string }
): Promise<void> {
  const row = { until, actId, createdAt: new Date() };
  await tx
    .insert(spaceSuspensions)
    .values({ spaceId, personId, ...row })
    .onConflictDoUpdate({ target: [spaceSuspensions.spaceId, spaceSuspensions.personId], set: row });
}

/** Lifts it; false when there was none. */
export async function appendSpaceLifting(tx: Tx, spaceId: string, personId: string): Promise<boolean> {
  const lifted = await tx
    .delete(spaceSuspensions)
    .where(and(eq(spaceSuspensions.spaceId, spaceId), eq(spaceSuspensions.personId, personId)))
    .returning({ personId: spaceSuspensions.personId });
  return lifted.length > 0;
}
