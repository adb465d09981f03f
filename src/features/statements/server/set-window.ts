import { eq } from 'drizzle-orm';
import { inPerson } from '#features/audit/audit.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { sessions } from '#features/sessions/server/tables.ts';
import { windowKey } from '../window.ts';

/** The chair says how long before the session and after its close statements may be written; until it closes. */
export function setWindow(
  actor: Actor,
  input: { session: string; before: number; after: number },
  at = new Date()
): Promise<void> {
  return changeSession(actor, input.session, at, { led: true }, async (change) => {
    const { tx, member, session } = change;
    const { before, after } = input;
    if ((session.writtenBefore ?? 0) === before && (session.writtenAfter ?? 0) === after) return;
    await tx
      .update(sessions)
      .set({ writtenBefore: before || null, writtenAfter: after || null })
      .where(eq(sessions.id, session.id));
    change.changed(windowKey);
    await appendEntry(tx, {
      action: 'window.set',
      actor: inPerson(member),
      object: { kind: 'session', id: session.id },
      spaceId: session.spaceId,
      detail: { before, after },
      at
    });
  });
}
