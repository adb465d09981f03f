import { afterEach, expect, test, vi } from 'vitest';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { listen } from '#lib/server/announce.ts';
import { readHere } from './read-here.ts';
import { sessionAttendances } from './tables.ts';
import { lapseAttendances } from './lapse-attendances.ts';
import { countsTold } from '#features/sessions/server/count-room.ts';
import { readRow } from '#features/sessions/server/read-room.ts';
import { sessionRoom } from '#features/sessions/sessions.ts';
import { aSession } from '#features/sessions/server/test-world.ts';
import type { RoomCounted } from '#features/sessions/parts.ts';
import { memberStates } from '#lib/vocab/countries.ts';
import { attendancePart } from './part.ts';

afterEach(() => listen('test-cost', () => undefined));

const countries = memberStates.slice(0, 150).map(({ alpha2 }) => alpha2);

/** People of 150 countries who are in a session: rows, as coming in makes them. */
async function people(session: string, number: number): Promise<string[]> {
  const ids = Array.from({ length: number }, newId);
  const rows = ids.map((personId, at) => ({
    id: newId(),
    sessionId: session,
    personId,
    personName: `Person ${at}`,
    capacity: 'organisation' as const,
    organisationId: `ministry-${at % countries.length}`,
    organisation: { en: 'Ministry' },
    country: countries[at % countries.length],
    joinedAt: new Date()
  }));
  for (let at = 0; at < rows.length; at += 500)
    await db.insert(sessionAttendances).values(rows.slice(at, at + 500));
  return ids;
}

test('what a room hears of those who go grows with them, not with those who are there: 100, 500 and 2,000', async () => {
  const told: Record<number, { facts: number; entries: number; bytes: number }> = {};
  for (const present of [100, 500, 2000]) {
    const { id } = await aSession({ live: true });
    // Those who opened the session are told first: what is measured comes after.
    await new Promise((later) => setTimeout(later, 450));
    const ids = await people(id, present);
    // As the first window that comes in asks: from now on the room knows the counts.
    await vi.waitFor(async () => {
      const known = await countsTold(await readRow(db, id), attendancePart);
      expect(known.length).toBeGreaterThan(0);
    });
    await lapseAttendances(id, ids.slice(0, 1));
    await new Promise((later) => setTimeout(later, 900));
    const facts: RoomCounted[] = [];
    listen('test-cost', ({ name, rooms, payload }) => {
      if (name === 'session.counted' && rooms.includes(sessionRoom(id))) facts.push(payload as RoomCounted);
    });
    // Twenty people of twenty countries go, one after the other.
    for (const person of ids.slice(1, 21)) await lapseAttendances(id, [person]);
    await vi.waitFor(async () => {
      const gone = facts.flatMap(({ counts }) => [...counts.attendance.set, ...counts.attendance.gone]);
      expect(new Set(gone.map((entry) => (typeof entry === 'string' ? entry : entry.key))).size).toBe(20);
    });
    told[present] = {
      facts: facts.length,
      entries: facts.flatMap(({ counts }) => [...counts.attendance.set, ...counts.attendance.gone]).length,
      bytes: JSON.stringify(facts).length
    };
    expect((await readHere(db, id)).reduce((sum, group) => sum + group.people, 0)).toBe(present - 21 + 1);
  }
  console.log('twenty people go: the room is told', told);
  for (const { facts, entries, bytes } of Object.values(told)) {
    expect(facts).toBeLessThanOrEqual(4);
    expect(entries).toBe(20);
    expect(bytes).toBeLessThan(20 * 120 + 600);
  }
}, 30_000);
