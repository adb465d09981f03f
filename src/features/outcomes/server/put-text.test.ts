import { expect, test } from 'vitest';
import { startBrief } from '#features/briefs/server/start-brief.ts';
import type { Member } from '#features/people/people.ts';
import { closeSession } from '#features/records/server/close-session.ts';
import { readRecord } from '#features/records/server/read-record.ts';
import { rebuildRecord } from '#features/records/server/rebuild-record.ts';
import { readRoom } from '#features/sessions/server/read-room.ts';
import { aDelegate, aSession } from '#features/sessions/server/test-world.ts';
import { textKey } from '../text.ts';
import { putText } from './put-text.ts';

const aText = async (chair: Member, forum: string, title: string) =>
  (await startBrief(chair, { forum, type: 'declaration', title, lang: 'en', capacity: 'personal' })).id;

test('the chair puts a text of the forum before the room, then another, then none; the record says from when to when', async () => {
  const { id, space, chair } = await aSession({ live: true });
  const delegate = await aDelegate('SN');
  const shown = async () => (await readRoom(delegate, id)).room.wholes[textKey.name];
  const [one, other] = [await aText(chair, space.slug, 'One'), await aText(chair, space.slug, 'Other')];
  expect(await shown()).toBeNull();
  await putText(chair, { session: id, brief: one });
  await putText(chair, { session: id, brief: one });
  expect(await shown()).toEqual({ brief: one, title: 'One', lang: 'en' });
  await putText(chair, { session: id, brief: other });
  expect(await shown()).toMatchObject({ brief: other });
  await putText(chair, { session: id });
  expect(await shown()).toBeNull();
  await putText(chair, { session: id, brief: one });
  await closeSession(chair, { session: id });
  const { record } = await readRecord(delegate, id);
  expect(record.texts?.map(({ title }) => title)).toEqual(['One', 'Other', 'One']);
  expect((await rebuildRecord(id)).same).toBe(true);
});

test('a text of another forum is not put before the room, nor anything by a delegate', async () => {
  const { id, space, chair } = await aSession({ live: true });
  const elsewhere = await aSession();
  const text = await aText(elsewhere.chair, elsewhere.space.slug, 'Elsewhere');
  await expect(putText(chair, { session: id, brief: text })).rejects.toMatchObject({
    reason: 'text-elsewhere'
  });
  await expect(
    putText(await aDelegate('SN'), { session: id, brief: await aText(chair, space.slug, 'Ours') })
  ).rejects.toMatchObject({ reason: 'not-the-rapporteur' });
});
