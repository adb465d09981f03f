import type { Actor } from '#features/people/people.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { appendLog } from './append-log.ts';
import { keepList } from './change-list.ts';
import { readList } from './read-list.ts';

/** Closes the speakers' list: who waits keeps their place, nobody new asks for a statement. Closing twice is once. */
export async function closeList(actor: Actor, input: { session: string }, at = new Date()): Promise<void> {
  await changeSession(actor, input.session, at, { led: true, live: true }, async (change) => {
    const list = await readList(change.tx, change.session.id);
    if (list.closedAt) return;
    await keepList(change, { ...list, closedAt: at.toISOString() });
    await appendLog(change, 'floor.list_closed');
  });
}
