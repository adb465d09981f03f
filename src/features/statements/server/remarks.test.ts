import { expect, test } from 'vitest';
import { guest, type Member } from '#features/people/people.ts';
import { closeSession } from '#features/records/server/close-session.ts';
import { readRecord } from '#features/records/server/read-record.ts';
import { readParts, readRoom, readRow } from '#features/sessions/server/read-room.ts';
import { aDelegate, aSession } from '#features/sessions/server/test-world.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { joinSpace } from '#tests/world.ts';
import { remarkLimits, remarksKey, type RemarkDelta, type RemarkView } from '../remarks.ts';
import { postRemark } from './post-remark.ts';
import { citeRemark, hideRemark } from './rule-remark.ts';

async function write(who: Member, session: string, body: string, id = newId()): Promise<string> {
  await postRemark(who, { session, id, body, lang: 'en', capacity: who.actingAs });
  return id;
}
const chatOf = async (session: string) =>
  (await readRoom(guest, session)).room.wholes.remarks as RemarkView[];

test('a line of the chat is seen by all and written once; the chair takes one away and cites another', async () => {
  const { id, chair } = await aSession({ live: true });
  const delegate = await aDelegate('SN');
  const first = await write(delegate, id, 'The sound is low');
  await write(delegate, id, 'The sound is low', first);
  const second = await write(delegate, id, 'See the decree of 2019');
  expect(await chatOf(id)).toMatchObject([{ number: 1 }, { number: 2, body: 'See the decree of 2019' }]);
  const since = (await readRow(db, id)).seq;
  const before = await chatOf(id);
  await hideRemark(chair, { session: id, remark: first });
  await hideRemark(chair, { session: id, remark: first });
  await citeRemark(chair, { session: id, remark: second });
  await expect(citeRemark(chair, { session: id, remark: first })).rejects.toMatchObject({
    code: 'not-found'
  });
  const missed = (await readParts(await readRow(db, id), since)).deltas.remarks as RemarkDelta[];
  const after = await chatOf(id);
  expect(missed.reduce((whole, delta) => remarksKey.fold!(whole, delta), before)).toEqual(after);
  expect(after).toMatchObject([{ number: 2, cited: true }]);
  await closeSession(chair, { session: id });
  const { record } = await readRecord(guest, id);
  expect(record.remarks).toMatchObject([{ body: 'See the decree of 2019' }]);
  expect(JSON.stringify(record)).not.toContain('The sound is low');
});

test('a chat of which nothing was cited leaves nothing in the record', async () => {
  const { id, chair } = await aSession({ live: true });
  await write(chair, id, 'Welcome');
  await closeSession(chair, { session: id });
  expect((await readRecord(guest, id)).record).not.toHaveProperty('remarks');
});

test('an observer reads, a delegate rules nothing, and nobody fills the chat', async () => {
  const { id, space, chair } = await aSession({ live: true });
  const [delegate, observer] = [await aDelegate('SN'), await aDelegate('ML')];
  await joinSpace(observer, space.id, 'observer');
  await expect(write(observer, id, 'Hello')).rejects.toMatchObject({ reason: 'observer-remarks' });
  const remark = await write(chair, id, 'Welcome');
  await expect(hideRemark(delegate, { session: id, remark })).rejects.toMatchObject({
    reason: 'not-the-chair'
  });
  for (let line = 0; line < remarkLimits.perMinute; line++) await write(delegate, id, `Line ${line}`);
  await expect(write(delegate, id, 'And one more')).rejects.toMatchObject({ code: 'too-many' });
});

test('before the opening and after the close there is no chat', async () => {
  const { id } = await aSession();
  await expect(write(await aDelegate('SN'), id, 'Early')).rejects.toMatchObject({
    reason: 'session-not-open'
  });
});
