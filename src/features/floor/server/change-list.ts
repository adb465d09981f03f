import type { Change } from '#features/sessions/server/list-parts.ts';
import { floorKey, type ListState } from '../floor.ts';
import { readDelta } from './read-floor.ts';
import { speakersLists } from './tables.ts';

/** Keeps what the chair decided about the list, and tells it; each window orders its list anew. */
export async function keepList({ tx, session, added }: Change, list: ListState): Promise<void> {
  const row = { ...list, closedAt: list.closedAt ? new Date(list.closedAt) : null };
  await tx
    .insert(speakersLists)
    .values({ sessionId: session.id, ...row })
    .onConflictDoUpdate({ target: speakersLists.sessionId, set: row });
  added(floorKey, { ...(await readDelta(tx, session.id, [])), list });
}
