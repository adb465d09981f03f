import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Member } from '#features/people/people.ts';
import { persons } from '#features/people/server/tables.ts';
import { spaces } from '#features/spaces/server/tables.ts';
import type { RoomChanged } from '#features/sessions/parts.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { joinSpace } from '#tests/world.ts';
import { askForFloor } from '#features/floor/server/ask-for-floor.ts';
import { closeSession } from '#features/records/server/close-session.ts';
import { giveFloor } from '#features/floor/server/give-floor.ts';
import { listSessions } from '#features/sessions/server/list-sessions.ts';
import { openItem } from '#features/sessions/server/open-item.ts';
import { postStatement } from './post-statement.ts';
import { readRecord, readRecordBytes } from '#features/records/server/read-record.ts';
import { readAgenda } from '#features/sessions/server/read-agenda.ts';
import { readStatements } from './read-statements.ts';
import { rebuildRecord } from '#features/records/server/rebuild-record.ts';
import { registerForSession } from '#features/registration/server/register-for-session.ts';
import { listParts } from '#features/sessions/server/list-parts.ts';
import { sessionKeeper } from '#features/sessions/server/room.ts';
import { aDelegate, aSession } from '#features/sessions/server/test-world.ts';

const later = (seconds: number) => new Date(Date.now() + seconds * 1000);
const say = (who: Member, session: string, body: string, id = newId(), at = new Date()) =>
  postStatement(who, { session, id, body, lang: 'en', capacity: who.actingAs }, at);

test('a delegate posts a statement; sending it twice posts it once', async () => {
  const { id, chair } = await aSession({ live: true });
  const delegate = await aDelegate('GW');
  const items = await readAgenda(db, id);
  await openItem(chair, { session: id, item: items[1].id });
  const statement = newId();
  const text =
    'Notre premier appel d’offres a échoué : les délais de paiement **n’étaient pas** alignés sur ceux des pays.';
  expect(await Promise.all([say(delegate, id, text, statement), say(delegate, id, text, statement)])).toEqual(
    [{ number: 1 }, { number: 1 }]
  );
  const [posted, ...rest] = await readStatements(db, id);
  expect(rest).toEqual([]);
  expect(posted).toMatchObject({
    number: 1,
    itemPosition: 2,
    lang: 'fr',
    dir: 'ltr',
    act: { country: 'GW' }
  });
  expect(posted.html).toContain('<strong>n’étaient pas</strong>');
});

test('a statement in Arabic runs from right to left, and script in it does not run', async () => {
  const { id } = await aSession({ live: true });
  const delegate = await aDelegate('EG');
  await say(
    delegate,
    id,
    'نقترح نشر الأسعار في جدول مشترك <script>alert(1)</script> [x](javascript:alert(1))'
  );
  const [{ html, dir, lang }] = await readStatements(db, id);
  expect({ dir, lang }).toEqual({ dir: 'rtl', lang: 'ar' });
  expect(html).not.toMatch(/<script|href="javascript/);
});

test('nobody takes the id of a statement of another', async () => {
  const { id } = await aSession({ live: true });
  const [one, other] = await Promise.all([aDelegate('SN'), aDelegate('ML')]);
  const statement = newId();
  await say(one, id, 'Ours', statement);
  await expect(say(other, id, 'Mine', statement)).rejects.toMatchObject({ code: 'conflict' });
});

test('an observer posts only while they have the floor', async () => {
  const { id, space, chair } = await aSession({ live: true });
  const observer = await aDelegate('PT');
  await joinSpace(observer, space.id, 'observer');
  await expect(say(observer, id, 'Hear us')).rejects.toMatchObject({
    code: 'not-allowed',
    reason: 'observer-needs-floor'
  });
  await askForFloor(observer, { session: id, kind: 'statement', capacity: observer.actingAs });
  await giveFloor(chair, { session: id });
  await expect(say(observer, id, 'Thank you')).resolves.toEqual({ number: 1 });
});

test('a reader who was away gets what they missed and nothing twice', async () => {
  const { id } = await aSession({ live: true });
  const delegate = await aDelegate('SN');
  await say(delegate, id, 'One');
  const { seq } = await sessionKeeper.since(delegate, id, null);
  await say(delegate, id, 'Two');
  const missed = await sessionKeeper.since(delegate, id, seq);
  expect(missed.seq).toBe(seq + 1);
  expect(missed.events).toMatchObject([
    { name: 'session.changed', payload: { deltas: { statements: [{ number: 2 }] } } }
  ]);
  // Of the parts that are in order, only what is newer; the counts are as they were told.
  expect(Object.keys((missed.events[0].payload as RoomChanged).wholes).sort()).toEqual(
    listParts()
      .filter((part) => part.counted)
      .map(({ key }) => key.name)
      .sort()
  );
});

async function aHeldSession(audience: 'space' | 'members' = 'space') {
  const world = await aSession({ live: true, audience });
  const { id, chair } = world;
  const [senegal, mali] = await Promise.all([aDelegate('SN'), aDelegate('ML')]);
  const items = await readAgenda(db, id);
  await openItem(chair, { session: id, item: items[0].id }, later(1));
  await askForFloor(senegal, { session: id, kind: 'statement', capacity: senegal.actingAs }, later(2));
  await askForFloor(mali, { session: id, kind: 'statement', capacity: mali.actingAs }, later(3));
  await giveFloor(chair, { session: id }, later(4));
  await say(senegal, id, 'We publish our **unit prices**.', newId(), later(60));
  await say(mali, id, 'نحن أيضا', newId(), later(70));
  const { hash } = await closeSession(chair, { session: id }, later(120));
  return { ...world, senegal, mali, hash };
}

test('a closed session takes no statement, no request, no registration and no second closing', async () => {
  const { id, senegal, chair } = await aHeldSession();
  const closed = { code: 'conflict', reason: 'session-closed' };
  await expect(say(senegal, id, 'One more thing')).rejects.toMatchObject(closed);
  await expect(
    askForFloor(senegal, { session: id, kind: 'statement', capacity: senegal.actingAs })
  ).rejects.toMatchObject(closed);
  await expect(
    registerForSession(senegal, { session: id, capacity: senegal.actingAs })
  ).rejects.toMatchObject(closed);
  await expect(closeSession(chair, { session: id })).rejects.toMatchObject(closed);
});

test('only the chair closes', async () => {
  const { id } = await aSession({ live: true });
  await expect(closeSession(await aDelegate('SN'), { session: id })).rejects.toMatchObject({
    reason: 'not-the-chair'
  });
});

test('an archivist builds the record again and gets the same bytes, even after people and forums were renamed', async () => {
  const { id, space, senegal, hash } = await aHeldSession();
  await db.update(persons).set({ name: 'Somebody Else' }).where(eq(persons.id, senegal.personId));
  await db
    .update(spaces)
    .set({ titles: { en: 'Another name' } })
    .where(eq(spaces.id, space.id));
  const stored = await readRecordBytes(senegal, id);
  const again = await rebuildRecord(id);
  expect(Buffer.from(again.bytes).toString('utf8')).toBe(Buffer.from(stored.bytes).toString('utf8'));
  expect([again.hash, again.same, stored.hash]).toEqual([hash, true, hash]);
});

test('the record says who came, who spoke when, and what was said', async () => {
  const { id, senegal } = await aHeldSession();
  const { record } = await readRecord(senegal, id);
  const { statements } = record;
  expect(record.session.chair).toMatchObject({ personName: 'Chair', country: 'CI' });
  expect(record.attendance).toMatchObject({ people: 3, registered: 0 });
  expect(record.attendance.delegations.map((group) => [group.country, group.people]).sort()).toEqual([
    ['CI', 1],
    ['ML', 1],
    ['SN', 1]
  ]);
  expect(record.attendance.delegations.find((group) => group.country === 'SN')?.organisations).toEqual([
    { en: 'Ministry of SN' }
  ]);
  expect(record.speakers).toMatchObject([{ order: 1, seconds: 116, item: 1, act: { country: 'SN' } }]);
  expect(statements).toMatchObject([
    { number: 1, turn: 1, item: 1 },
    { number: 2, turn: null, dir: 'rtl' }
  ]);
  expect((statements[0] as { html?: string }).html).toContain('<strong>unit prices</strong>');
  expect(record.agenda.map((item) => item.closedAt !== null)).toEqual([true, false]);
  expect(record.links.documents).toEqual(['https://example.org/paper.pdf']);
  expect((await listSessions(senegal)).archived[0].id).toBe(id);
});

test("the record of a members' session is not found by a guest", async () => {
  const { id } = await aHeldSession('members');
  await expect(readRecordBytes({ kind: 'guest' }, id)).rejects.toMatchObject({ code: 'not-found' });
  await expect(readRecordBytes({ kind: 'guest' }, (await aSession()).id)).rejects.toMatchObject({
    code: 'not-found'
  });
});

test('who sends a statement again after the end, because the answer was lost, hears that it was posted', async () => {
  const { id, chair } = await aSession({ live: true });
  const delegate = await aDelegate('SN');
  const statement = newId();
  await say(delegate, id, 'In time', statement);
  await closeSession(chair, { session: id });
  await expect(say(delegate, id, 'In time', statement)).resolves.toEqual({ number: 1 });
  expect((await readRecord(delegate, id)).record.statements).toHaveLength(1);
});

test('a statement sent a moment before the end is in the record, or it is refused: never lost', async () => {
  const { id, chair } = await aSession({ live: true });
  const delegate = await aDelegate('SN');
  const [said] = await Promise.allSettled([
    say(delegate, id, 'In time?'),
    closeSession(chair, { session: id })
  ]);
  const { statements } = (await readRecord(delegate, id)).record;
  expect(statements).toHaveLength(said.status === 'fulfilled' ? 1 : 0);
});
