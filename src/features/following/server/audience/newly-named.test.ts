import { beforeEach, expect, test } from 'vitest';
import { editPost } from '#features/forum/server/edit-post.ts';
import { markRead } from '#features/forum/server/mark-read.ts';
import { postReply } from '#features/forum/server/post-reply.ts';
import type { Member } from '#features/people/people.ts';
import { organisations } from '#features/people/server/tables.ts';
import { db } from '#lib/server/db.ts';
import { aReply, aThread } from '#tests/forum-world.ts';
import { takeAll } from '#tests/post-office.ts';
import { aMember, anOrganisation, aSpace } from '#tests/world.ts';
import { eq } from 'drizzle-orm';
import { listNotifications } from '../list-notifications.ts';

beforeEach(takeAll);
const told = async (actor: Member) => {
  await takeAll();
  const { groups } = await listNotifications(actor, { unreadOnly: false });
  return groups.flatMap(({ lines }) => lines.map(({ kind, href }) => `${kind} ${href}`));
};
const at = (person: Member) => `[@x](/people/${person.personId})`;

async function aPost(body: string) {
  const { thread, space } = await aThread();
  const author = await aMember({ name: 'Awa' });
  const post = await postReply(author, aReply(thread.id, { body }));
  let revision = 0;
  const edit = (body: string) =>
    editPost(author, { threadId: thread.id, id: post.id, body, revision: revision++ });
  return { thread, space, author, edit, href: `/threads/${thread.id}?post=2#post-2` };
}

test('whom an edit names for the first time is told once, though they had read the post; whom it named before is not told again', async () => {
  const [old, fresh] = [await aMember(), await aMember()];
  const { thread, edit, href, author } = await aPost(`We ask ${at(old)}.`);
  expect(await told(old)).toEqual([`mention ${href}`]);
  await markRead(fresh, { threadId: thread.id, number: 2 });
  await edit(`We ask ${at(old)} and ${at(fresh)}.`);
  expect(await told(fresh)).toEqual([`mention ${href}`]);
  await edit('We ask nobody.');
  await edit(`We ask ${at(fresh)} again, and ${at(author)}.`);
  expect(await told(fresh)).toEqual([`mention ${href}`]);
  expect(await told(old)).toEqual([`mention ${href}`]);
  expect(await told(author)).toEqual([]);
});

test('an edit that names a ministry and a country tells who acts for them, each once', async () => {
  const ministry = await anOrganisation({ country: 'CV', kind: 'ministry' });
  const [{ slug }] = await db.select().from(organisations).where(eq(organisations.id, ministry));
  const delegate = await aMember({ organisation: ministry, mandate: 'speak' });
  const { edit, href } = await aPost('We ask.');
  await takeAll();
  await edit(`We ask [@Ministry](/organisations/${slug}) of [@Cabo Verde](/countries/CV).`);
  expect(await told(delegate)).toEqual([`mention-organisation ${href}`]);
});

test('who is named by an edit that comes before anyone was told of the post is told once', async () => {
  const named = await aMember();
  const { edit, href } = await aPost('We ask.');
  await edit(`We ask ${at(named)}.`);
  expect(await told(named)).toEqual([`mention ${href}`]);
});

test('whom an edit names in a forum that they may not read learns nothing', async () => {
  const { thread, author } = await aThread({ space: await aSpace({ visibility: 'restricted' }) });
  const outsider = await aMember();
  const post = await postReply(author, aReply(thread.id, { body: 'Within.' }));
  await editPost(author, { threadId: thread.id, id: post.id, body: `Within: ${at(outsider)}`, revision: 0 });
  expect(await told(outsider)).toEqual([]);
});
