import { eq } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { agendaKey } from '../sessions.ts';
import { changeSession } from './change-session.ts';
import { listParts } from './list-parts.ts';
import { sessions } from './tables.ts';

/** Opens the session. The chair says in which capacity they preside; it is kept from then on. Opening twice is once. */
export async function openSession(
  actor: Actor,
  input: { session: string; capacity: string },
  at = new Date()
): Promise<void> {
  await changeSession(actor, input.session, at, { led: true }, async (change) => {
    const { tx, member, session } = change;
    if (session.openedAt) return;
    const act = await readAct(actor, input.capacity, 'speak', tx);
    const presides = member.personId === session.chairPersonId;
    await tx
      .update(sessions)
      .set({ openedAt: at, ...(presides && { chair: act }) })
      .where(eq(sessions.id, session.id));
    change.changed(agendaKey);
    for (const part of listParts()) await part.opened?.(change, act);
    await appendEntry(tx, {
      action: 'session.opened',
      actor: act,
      object: { kind: 'session', id: session.id },
      spaceId: session.spaceId,
      at
    });
  });
}
