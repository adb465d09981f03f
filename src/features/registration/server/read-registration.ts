import { and, eq } from 'drizzle-orm';
import type { Tx } from '#lib/server/db.ts';
import type { RegistrationRow } from './places.ts';
import { sessionRegistrations } from './tables.ts';

/** Somebody's row, withdrawn or not. */
export async function readRegistration(
  from: Tx,
  sessionId: string,
  personId: string
): Promise<RegistrationRow | undefined> {
  const [row] = await from
    .select()
    .from(sessionRegistrations)
    .where(and(eq(sessionRegistrations.sessionId, sessionId), eq(sessionRegistrations.personId, personId)));
  return row;
}
