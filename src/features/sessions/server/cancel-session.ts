import { eq } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { planningKey } from '../planning.ts';
import { changeSession } from './change-session.ts';
import { listParts } from './list-parts.ts';
import { sessions } from './tables.ts';

/** Cancels a session that was not opened, and says why. It stays where it was, marked; nothing of it changes any more. */
export async function cancelSession(
  actor: Actor,
  input: { session: string; reason: string },
  at = new Date()
): Promise<void> {
  const spaceId = await changeSession(actor, input.session, at, { organised: true }, async (change) => {
    const { tx, session } = change;
    if (session.openedAt) throw new Refusal('conflict', 'session-open-already');
    const revision = session.revision + 1;
    const [row] = await tx
      .update(sessions)
      .set({ cancelledAt: at, cancelledReason: input.reason, revision })
      .where(eq(sessions.id, session.id))
      .returning();
    change.changed(planningKey);
    change.session = row;
    for (const part of listParts()) await part.planned?.(change, 'cancelled', revision);
    await appendEntry(tx, {
      action: 'session.cancelled',
      actor: await readAct(actor, 'personal', 'speak', tx),
      object: { kind: 'session', id: session.id },
      spaceId: session.spaceId,
      text: input.reason,
      at
    });
    return session.spaceId;
  });
  announce({ name: 'session.cancelled', rooms: [], payload: { id: input.session, spaceId } });
}
