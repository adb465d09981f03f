import { events } from '#features/briefs/briefs.ts';
import { announce, listen } from '#lib/server/announce.ts';
import { db } from '#lib/server/db.ts';
import { readMinutes } from './read-minutes.ts';

/** When a session is closed, who still has its minutes open for writing is told at once that they are written no more. */
export function followClosings(): void {
  listen('minutes', async ({ name, payload }) => {
    if (name !== 'session.closed') return;
    const minutes = await readMinutes(db, (payload as { id: string }).id);
    if (minutes) announce({ name: events.accessChanged, rooms: [], payload: { briefId: minutes.brief.id } });
  });
}
