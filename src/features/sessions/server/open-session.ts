import { eq } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { attend } from './attend.ts';
import { changeSession } from './change-session.ts';
import { sessions } from './tables.ts';

/** Opens the session. The chair says in which capacity they preside; it is kept from then on. Opening twice is once. */
export async function openSession(
  actor: Actor,
  input: { session: string; capacity: string },
  at = new Date()
): Promise<void> {
  await changeSession(actor, input.session, at, { led: true }, async ({ tx, member, session }) => {
    if (session.openedAt) return {};
    const act = await readAct(actor, input.capacity, 'speak', tx);
    const presides = member.personId === session.chairPersonId;
    await tx
      .update(sessions)
      .set({ openedAt: at, ...(presides && { chair: act }) })
      .where(eq(sessions.id, session.id));
    await attend(tx, session.id, act, at);
    await appendEntry(tx, {
      action: 'session.opened',
      actor: act,
      object: { kind: 'session', id: session.id },
      spaceId: session.spaceId,
      at
    });
    return {};
  });
}
