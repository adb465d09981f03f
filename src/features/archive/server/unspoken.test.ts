import { expect, test } from 'vitest';
import { lockThread } from '#features/moderation/server/lock-thread.ts';
import { holdRule } from '#features/forum/server/attribution/hold-rule.ts';
import { postReply } from '#features/forum/server/post-reply.ts';
import { guest } from '#features/people/people.ts';
import { newId } from '#lib/id.ts';
import { readZip } from '#lib/server/zip.ts';
import { aReply, aThread } from '#tests/forum-world.ts';
import { aMember, anOrganisation, joinSpace } from '#tests/world.ts';
import { exportThread } from './export-thread.ts';
import { proposeCopy } from './propose-copy.ts';
import { readCopy } from './read-copy.ts';
import { readThreadFeed } from './read-feed.ts';
import { verifyExport } from './verify-export.ts';

test('who spoke under the Chatham House Rule is told by no export, feed or copy; the export proves itself all the same', async () => {
  const { thread, moderator, space } = await aThread();
  const organisation = await anOrganisation({ name: 'Ministry of Unspoken Things' });
  const delegate = await aMember({ name: 'Delegate Unspoken', organisation });
  const email = `${newId()}@keeper.example`;
  await joinSpace(await aMember({ email }), space.id);
  await holdRule(moderator, { threadId: thread.id, keeper: email });
  await postReply(delegate, aReply(thread.id, { body: 'We paid the wrong people.', capacity: organisation }));
  await lockThread(moderator, { threadId: thread.id, reason: 'Enough.' });
  const asked = { locale: 'en', origin: 'https://palabre.example', who: 'chatham' };
  const file = await exportThread(guest, { threadId: thread.id, format: 'zip', ...asked });
  const parts: Uint8Array[] = [];
  for await (const chunk of file.chunks) parts.push(Buffer.from(chunk as Uint8Array));
  await file.drop();
  const files = readZip(Buffer.concat(parts));
  expect(verifyExport(files).wrong).toEqual([]);
  await proposeCopy(moderator, { threadId: thread.id });
  const desk = await readCopy(moderator, thread.id);
  expect(desk.unasked).toBe(1);
  const told = [
    ...files.values(),
    (await readThreadFeed(guest, thread.id, asked)).xml,
    JSON.stringify(desk)
  ].join();
  expect(told).toContain('We paid the wrong people.');
  expect(told).not.toMatch(new RegExp([delegate.personId, organisation, 'Unspoken'].join('|')));
});
