import { and, eq } from 'drizzle-orm';
import type { SessionRow } from '#features/sessions/server/list-parts.ts';
import { sessionItems } from '#features/sessions/server/tables.ts';
import { phaseOf } from '#features/sessions/sessions.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import { isWindowOpen } from '../window.ts';
import { windowOf } from './window-part.ts';

/** Whether a statement now is a written one. Refuses conflict `session-not-open`, `session-closed`, or `window-closed` after the window. */
export function mustBeOpen(session: SessionRow, at: Date): boolean {
  const phase = phaseOf(session);
  if (phase === 'live') return false;
  if (isWindowOpen(windowOf(session), phase, at.getTime())) return true;
  if (phase === 'scheduled') throw new Refusal('conflict', 'session-not-open');
  throw new Refusal('conflict', session.writtenUntil ? 'window-closed' : 'session-closed');
}

/** The item that a written statement is about, if it names one. */
export async function chosenItem(
  tx: Tx,
  sessionId: string,
  itemId: string | undefined
): Promise<{ id: string; position: number } | undefined> {
  if (!itemId) return undefined;
  const [item] = await tx
    .select({ id: sessionItems.id, position: sessionItems.position })
    .from(sessionItems)
    .where(and(eq(sessionItems.id, itemId), eq(sessionItems.sessionId, sessionId)));
  if (!item) throw new Refusal('not-found');
  return item;
}
