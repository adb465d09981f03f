import { and, eq } from 'drizzle-orm';
import type { Entry } from '#features/audit/audit.ts';
import { readEntries } from '#features/audit/server/read-entries.ts';
import { newId } from '#lib/id.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic, db, type Db, type Tx } from '#lib/server/db.ts';
import { events, personRoom, type AddedEvent } from '../following.ts';
import { readDues } from './read-dues.ts';
import { followingCursors, notifications, watches } from './tables.ts';
import { followsByActing } from './rules.ts';
import { readConcerned, type Notice } from './read-concerned.ts';

/** Facts taken in one go, and rows written by one statement (well under what either database allows). */
const most = 200;
const rowsAtOnce = 500;

/**
 * Takes the next facts of the chain and tells everyone whom they concern. The chain is the queue: the cursor moves in
 * the transaction that writes the notifications, so a kill at any moment loses none and none comes twice. Answers how
 * many facts there were; fewer than `most` means that it has caught up.
 */
export async function takeFacts(): Promise<{ taken: number; more: boolean }> {
  const cursor = await readCursor(db);
  const entries = await readEntries(cursor, most);
  if (entries.length === 0) return { taken: 0, more: false };
  await followByActing(entries);
  // What happens because of the facts is asked outside the transaction, which holds up everyone who writes.
  const { notices, dues } = await readDues(db, await readConcerned(db, entries));
  const written = await atomic(async (tx) => {
    await moveCursor(tx, cursor, entries[entries.length - 1].seq);
    const rows = notices.map((notice, index) => ({
      ...notice,
      id: newId(),
      readAt: null,
      mailDueAt: dues[index]
    }));
    for (let from = 0; from < rows.length; from += rowsAtOnce)
      await tx
        .insert(notifications)
        .values(rows.slice(from, from + rowsAtOnce))
        .onConflictDoNothing();
    return rows;
  });
  tell(written);
  return { taken: entries.length, more: entries.length === most };
}

async function readCursor(from: Db): Promise<number> {
  const [cursor] = await from
    .select()
    .from(followingCursors)
    .where(eq(followingCursors.name, 'notifications'));
  return cursor?.seq ?? 0;
}

/** Moved by one process at a time: who finds it elsewhere was overtaken, and its whole transaction is undone. */
async function moveCursor(tx: Tx, from: number, to: number): Promise<void> {
  const here = eq(followingCursors.name, 'notifications');
  await tx.insert(followingCursors).values({ name: 'notifications', seq: 0 }).onConflictDoNothing();
  const moved = await tx
    .update(followingCursors)
    .set({ seq: to })
    .where(and(here, eq(followingCursors.seq, from)))
    .returning();
  if (moved.length === 0) throw new Error('the facts were taken by another process');
}

/** Whoever speaks in a thread follows it from then on, unless they said otherwise or did before. Twice is as once. */
async function followByActing(entries: Entry[]): Promise<void> {
  const rows = new Map<string, typeof watches.$inferInsert>();
  for (const { action, actor, threadId, at } of entries)
    if (actor && threadId && followsByActing.has(action))
      if (!rows.has(`${actor.personId} ${threadId}`))
        rows.set(`${actor.personId} ${threadId}`, {
          personId: actor.personId,
          kind: 'thread',
          objectId: threadId,
          level: 'everything',
          chosenAt: null,
          createdAt: new Date(at)
        });
  if (rows.size > 0)
    await db
      .insert(watches)
      .values([...rows.values()])
      .onConflictDoNothing();
}

/** To each person's own room, and to those only: how many lines are new. */
function tell(notices: Notice[]): void {
  const counts = new Map<string, number>();
  for (const { personId } of notices) counts.set(personId, (counts.get(personId) ?? 0) + 1);
  const rooms = new Map<number, string[]>();
  for (const [personId, added] of counts)
    rooms.set(added, [...(rooms.get(added) ?? []), personRoom(personId)]);
  for (const [added, those] of rooms)
    announce<AddedEvent>({ name: events.added, rooms: those, payload: { room: 'person', added } });
}
