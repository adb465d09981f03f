import { eq } from 'drizzle-orm';
import type { Tx } from '#lib/server/db.ts';
import { personSuspensions } from './suspension-tables.ts';
import { signIns } from './tables.ts';

/** From now until then this person cannot sign in, and every sign-in of theirs is over. */
export async function appendSuspension(
  tx: Tx,
  { personId, until, actId }: { personId: string; until: Date; actId: string }
): Promise<void> {
  const row = { until, actId, createdAt: new Date() };
  await tx
    .insert(personSuspensions)
    .values({ personId, ...row })
    .onConflictDoUpdate({ target: personSuspensions.personId, set: row });
  await tx.delete(signIns).where(eq(signIns.personId, personId));
}

/** Lifts it; false when there was none. */
export async function appendLifting(tx: Tx, personId: string): Promise<boolean> {
  const lifted = await tx
    .delete(personSuspensions)
    .where(eq(personSuspensions.personId, personId))
    .returning({ personId: personSuspensions.personId });
  return lifted.length > 0;
}
