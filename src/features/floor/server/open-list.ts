import type { Actor } from '#features/people/people.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { appendLog } from './append-log.ts';
import { keepList } from './change-list.ts';
import { readList } from './read-list.ts';

/** Opens the speakers' list again after it was closed. */
export async function openList(actor: Actor, input: { session: string }, at = new Date()): Promise<void> {
  await changeSession(actor, input.session, at, { led: true, live: true }, async (change) => {
    const list = await readList(change.tx, change.session.id);
    if (!list.closedAt) return;
    await keepList(change, { ...list, closedAt: null });
    await appendLog(change, 'floor.list_opened');
  });
}
