import { afterEach, expect, test, vi } from 'vitest';
import { joinSession } from '#features/attendance/server/join-session.ts';
import { leaveSession } from '#features/attendance/server/leave-session.ts';
import { askForFloor } from '#features/floor/server/ask-for-floor.ts';
import { closeSession } from '#features/records/server/close-session.ts';
import { postStatement } from '#features/statements/server/post-statement.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { listen, type Announcement } from '#lib/server/announce.ts';
import { countChange, foldCounts, type Counted, type RoomChanged, type RoomCounted } from '../parts.ts';
import { sessionRoom } from '../sessions.ts';
import { openItem } from './open-item.ts';
import { readAgenda } from './read-agenda.ts';
import { readRow } from './read-room.ts';
import { sessionKeeper } from './room.ts';
import { aDelegate, aSession } from './test-world.ts';

afterEach(() => listen('test-room', () => undefined));

/** What the room of a session is told from now on. */
function earsIn(id: string): Announcement[] {
  const heard: Announcement[] = [];
  listen('test-room', (fact) => void (fact.rooms.includes(sessionRoom(id)) && heard.push(fact)));
  return heard;
}
const told = (fact: Announcement) => fact.payload as RoomChanged;

test('an act tells the room of the part that it changed and of no other, under the next sequence', async () => {
  const { id, chair } = await aSession({ live: true });
  const delegate = await aDelegate('SN');
  const { seq } = await readRow(db, id);
  const heard = earsIn(id);
  await openItem(chair, { session: id, item: (await readAgenda(db, id))[0].id });
  await askForFloor(delegate, { session: id, kind: 'statement', capacity: delegate.actingAs });
  await postStatement(delegate, {
    session: id,
    id: newId(),
    body: 'Ours',
    lang: 'en',
    capacity: delegate.actingAs
  });
  await vi.waitFor(() => expect(heard.filter(({ name }) => name === 'session.changed')).toHaveLength(3));
  const changes = heard.filter(({ name }) => name === 'session.changed').map(told);
  expect(changes.map(({ wholes, deltas }) => [Object.keys(wholes), Object.keys(deltas)])).toEqual([
    [['agenda'], []],
    [[], ['floor']],
    [[], ['statements']]
  ]);
  expect(changes.map((change) => change.seq)).toEqual([seq + 1, seq + 2, seq + 3]);
});

test('thirty delegates come in and one goes: the room hears it a few times, not thirty-one, and adds it up right', async () => {
  const { id } = await aSession({ live: true });
  const delegates = await Promise.all(Array.from({ length: 30 }, (_, at) => aDelegate(at % 2 ? 'SN' : 'ML')));
  const start = await sessionKeeper.since(delegates[0], id, null);
  const heard = earsIn(id);
  await Promise.all(delegates.map((who) => joinSession(who, { session: id, capacity: who.actingAs })));
  await leaveSession(delegates[0], { session: id });
  const counts = () => {
    let here = told(start.events[0] as Announcement).wholes.attendance as Counted[];
    for (const { name, payload } of heard)
      if (name === 'session.counted') {
        const change = (payload as RoomCounted).counts.attendance;
        if (change) here = foldCounts(here, change);
      }
    return Object.fromEntries(
      here.map((entry) => [entry.key, (entry as unknown as { people: number }).people])
    );
  };
  await vi.waitFor(
    () => expect(counts()).toEqual({ 'country:CI': 1, 'country:ML': 14, 'country:SN': 15 }),
    3000
  );
  expect(heard.length).toBeLessThan(8);
  expect(heard.filter(({ name }) => name === 'session.changed')).toEqual([]);
});

test('who comes back gets the parts that are newer than what they have, and the counts whole', async () => {
  const { id, chair } = await aSession({ live: true });
  const { seq } = await sessionKeeper.since(chair, id, null);
  await openItem(chair, { session: id, item: (await readAgenda(db, id))[0].id });
  const after = await sessionKeeper.since(chair, id, seq);
  expect(Object.keys(told(after.events[0] as Announcement).wholes).sort()).toEqual([
    'agenda',
    'attendance',
    'ballot_answers',
    'question-votes',
    'registration'
  ]);
  expect(after.seq).toBe(seq + 1);
});

test('the close ends every part in one change: agenda, floor, all who are here', async () => {
  const { id, chair } = await aSession({ live: true });
  const delegate = await aDelegate('SN');
  await askForFloor(delegate, { session: id, kind: 'statement', capacity: delegate.actingAs });
  const heard = earsIn(id);
  await closeSession(chair, { session: id });
  await vi.waitFor(() =>
    expect(heard.filter(({ name }) => name === 'session.changed').map(told)).toMatchObject([
      { wholes: { agenda: { phase: 'closed' }, floor: { floor: null, queue: [] } } }
    ])
  );
});

test('counts that were folded change by change are the counts as they are', () => {
  const before = [
    { key: 'country:SN', people: 1 },
    { key: 'country:ML', people: 2 }
  ];
  const after = [
    { key: 'country:SN', people: 4 },
    { key: 'country:CI', people: 1 }
  ];
  const change = countChange(before, after);
  expect(change).toEqual({ set: after, gone: ['country:ML'] });
  expect(foldCounts(before, change)).toEqual(after);
  expect(foldCounts(foldCounts(before, change), change)).toEqual(after);
});
