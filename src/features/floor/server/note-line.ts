import { eq } from 'drizzle-orm';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { sessions } from '#features/sessions/server/tables.ts';
import { db } from '#lib/server/db.ts';
import { presidingKey } from '../floor.ts';

/**
 * The line of a person was lost, or found again. When they preside, the room hears it, and their deputies are asked to take the chair;
 * of all others nothing is said here. The turn, its clock and the list go on.
 */
export async function noteLine(
  session: string,
  personId: string,
  line: 'lost' | 'found',
  at = new Date()
): Promise<void> {
  const [row] = await db.select().from(sessions).where(eq(sessions.id, session));
  if (!row?.openedAt || row.closedAt || (line === 'lost') === (row.presidingLostAt !== null)) return;
  const act = row.presiding ?? row.chair;
  if (act.personId !== personId) return;
  const member = {
    kind: 'member' as const,
    personId,
    signInId: '',
    name: act.personName,
    country: act.country,
    administrator: false,
    actingAs: 'personal',
    capacities: []
  };
  await changeSession(member, session, at, { live: true }, async ({ tx, session: now, changed }) => {
    // Somebody took the chair meanwhile: then it is not this line that matters.
    if ((now.presiding ?? now.chair).personId !== personId) return;
    await tx
      .update(sessions)
      .set({ presidingLostAt: line === 'lost' ? at : null })
      .where(eq(sessions.id, session));
    changed(presidingKey);
  });
}
