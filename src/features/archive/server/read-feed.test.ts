import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { editPost } from '#features/forum/server/edit-post.ts';
import { postReply } from '#features/forum/server/post-reply.ts';
import { withdrawPost } from '#features/forum/server/withdraw-post.ts';
import { guest } from '#features/people/people.ts';
import { spaceMembers } from '#features/spaces/server/tables.ts';
import { db } from '#lib/server/db.ts';
import { and, eq } from 'drizzle-orm';
import { aReply, aThread } from '#tests/forum-world.ts';
import { aMember, anOrganisation, aSpace, joinSpace } from '#tests/world.ts';
import { endFeedToken, makeFeedToken, readFeedReader, readFeedToken } from './feed-token.ts';
import { readSpaceFeed, readThreadFeed } from './read-feed.ts';

const asked = () => ({ locale: 'en', origin: 'https://palabre.example', who: `who-${Math.random()}` });

/** The texts of every element by its path, as a reader of XML has them. */
function elements(xml: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const path: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name) => {
        path.push(name);
        found.set(path.join('/'), [...(found.get(path.join('/')) ?? []), '']);
      },
      ontext: (text) => {
        const texts = found.get(path.join('/'));
        if (texts) texts[texts.length - 1] += text;
      },
      onclosetag: () => void path.pop()
    },
    { xmlMode: true, decodeEntities: true }
  );
  parser.end(xml);
  expect(path).toEqual([]);
  return found;
}

test('a guest follows a public thread: who, for whom, when, and the text', async () => {
  const organisation = await anOrganisation({ name: 'Ministry <of> Health & Co' });
  const ministry = await aMember({ organisation, name: 'Fatou' });
  const { thread } = await aThread();
  const post = await postReply(
    ministry,
    aReply(thread.id, { body: 'Fees **fell** ]]> & <b>\u0007', capacity: organisation })
  );
  await editPost(ministry, { id: post.id, threadId: thread.id, body: 'Fees **fell** & <b>', revision: 0 });
  const { xml, open } = await readThreadFeed(guest, thread.id, asked());
  expect(open).toBe(true);
  const found = elements(xml);
  expect(found.get('feed/id')).toEqual([`urn:uuid:${thread.id}`]);
  expect(found.get('feed/entry/id')?.[0]).toBe(`urn:uuid:${post.id}`);
  expect(found.get('feed/entry/author/name')?.[0]).toMatch(
    /^Ministry <of> Health & Co \(on behalf of the organisation · Fatou · Senegal\)$/
  );
  expect(found.get('feed/entry/content')?.[0]).toContain('<strong>fell</strong> &amp; &lt;b&gt;');
  const [updated] = found.get('feed/entry/updated')!;
  expect(updated > post.at).toBe(true);
  expect(found.get('feed/updated')).toEqual([updated]);
  expect(xml).not.toMatch(/[\u0000-\u0008]/);
});

test('what was withdrawn is in no feed any more, and the feed says that it changed', async () => {
  const { thread, author, space } = await aThread();
  const post = await postReply(author, aReply(thread.id, { body: 'Taken back later' }));
  const before = await readSpaceFeed(guest, space.slug, asked());
  expect(before.xml).toContain('Taken back later');
  await withdrawPost(author, { id: post.id, threadId: thread.id, reason: null });
  const after = await readSpaceFeed(guest, space.slug, asked());
  expect(after.xml).not.toContain('Taken back later');
  expect(after.changed.getTime()).toBeGreaterThanOrEqual(before.changed.getTime());
  expect(elements(after.xml).get('feed/entry/id')).toHaveLength(1);
});

test('a feed reader with the key of a member reads what the member may read now, and not a moment longer', async () => {
  const space = await aSpace({ visibility: 'restricted' });
  const { thread, author } = await aThread({ space });
  const { token } = await makeFeedToken(author);
  expect(await readFeedToken(author)).not.toBeNull();
  const reader = () => readFeedReader(guest, token);
  expect((await readThreadFeed(await reader(), thread.id, asked())).open).toBe(false);
  await expect(readThreadFeed(guest, thread.id, asked())).rejects.toMatchObject({ code: 'not-found' });
  await expect(readSpaceFeed(await readFeedReader(guest, 'x'), space.slug, asked())).rejects.toMatchObject({
    code: 'not-found'
  });
  await db
    .delete(spaceMembers)
    .where(and(eq(spaceMembers.spaceId, space.id), eq(spaceMembers.personId, author.personId)));
  await expect(readThreadFeed(await reader(), thread.id, asked())).rejects.toMatchObject({
    code: 'not-found'
  });
  await joinSpace(author, space.id);
  const { token: newer } = await makeFeedToken(author);
  expect(await reader()).toEqual(guest);
  expect(await readFeedReader(guest, newer)).toMatchObject({ personId: author.personId });
  await endFeedToken(author);
  expect(await readFeedReader(guest, newer)).toEqual(guest);
  expect(await readFeedToken(author)).toBeNull();
});

test('a feed has an end, and whoever asks without end is told so', async () => {
  const { thread, author } = await aThread();
  for (let n = 0; n < 55; n += 1)
    await postReply(author, aReply(thread.id, { body: `Reply ${n}` }), { at: new Date(Date.now() + n) });
  const found = elements((await readThreadFeed(guest, thread.id, asked())).xml);
  expect(found.get('feed/entry/id')).toHaveLength(50);
  expect(found.get('feed/entry/content')?.[0]).toContain('Reply 54');
  const one = asked();
  for (let n = 0; n < 200; n += 1) await readThreadFeed(guest, thread.id, one);
  await expect(readThreadFeed(guest, thread.id, one)).rejects.toMatchObject({ code: 'too-many' });
});
