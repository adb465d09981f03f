import { and, eq, isNull } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { sessionInvitations } from './tables.ts';

/** Takes an invitation back. Who registered by it keeps the place; nobody else comes by it. */
export async function withdrawInvitation(
  actor: Actor,
  input: { session: string; invitation: string },
  at = new Date()
): Promise<void> {
  await changeSession(actor, input.session, at, { organised: true }, async ({ tx, session }) => {
    const [row] = await tx
      .update(sessionInvitations)
      .set({ withdrawnAt: at })
      .where(
        and(
          eq(sessionInvitations.id, input.invitation),
          eq(sessionInvitations.sessionId, session.id),
          isNull(sessionInvitations.withdrawnAt)
        )
      )
      .returning();
    if (!row) return;
    await appendEntry(tx, {
      action: 'session.invitation-withdrawn',
      actor: await readAct(actor, 'personal', 'speak', tx),
      object: { kind: 'session-invitation', id: row.id },
      spaceId: session.spaceId,
      at
    });
  });
}
