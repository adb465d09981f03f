import { expect, test } from 'vitest';
import type { Actor } from '#features/people/people.ts';
import { newId } from '#lib/id.ts';
import { aReply } from '#tests/forum-world.ts';
import { aMember, aSpace, joinSpace } from '#tests/world.ts';
import type { NewPurpose } from '../inputs.ts';
import { fits, noFilter, readThreadFilter, writeThreadFilter, type ThreadFilter } from '../list-filter.ts';
import { acceptAnswer } from './accept-answer.ts';
import { lockThread } from '#features/moderation/server/lock-thread.ts';
import { countThreads } from './count-threads.ts';
import { listTagged } from './list-tagged.ts';
import { listThreads } from './list-threads.ts';
import { markRead } from './mark-read.ts';
import { postReply } from './post-reply.ts';
import { startThread } from './start-thread.ts';

/** A space with a discussion, an answered question, a closed call and a pinned announcement that is older than them. */
async function aBusySpace() {
  const space = await aSpace();
  const [asker, moderator] = [await aMember(), await aMember()];
  await joinSpace(moderator, space.id, 'moderator');
  let hours = 10;
  const begin = async (title: string, of: NewPurpose, actor: Actor = asker) =>
    (
      await startThread(
        actor,
        { spaceId: space.id, postId: newId(), title, body: 'Which?', capacity: 'personal', ...of },
        { at: new Date(Date.now() - (hours -= 1) * 3_600_000) }
      )
    ).id;
  const pinnedUntil = new Date(Date.now() + 86_400_000);
  await begin('Announcement', { purpose: 'announcement', pinnedUntil }, moderator);
  await begin('Discussion', { tags: ['sdg:3'], freeTags: ['nights'] });
  const question = await begin('Question', { purpose: 'question', tags: ['sdg:3'] });
  const call = await begin('Call', { purpose: 'call' });
  const reply = await postReply(moderator, aReply(question));
  await acceptAnswer(asker, { threadId: question, postId: reply.id });
  await lockThread(moderator, { threadId: call, reason: 'Enough.' });
  return { space, asker, moderator, question };
}

test('what is pinned stands first, and each choice narrows the list to what its count says', async () => {
  const { space, asker } = await aBusySpace();
  const titles = async (filter: Partial<ThreadFilter>) =>
    (await listThreads(asker, space.id, 0, { ...noFilter, ...filter })).threads.map(({ title }) => title);
  expect(await titles({})).toEqual(['Announcement', 'Question', 'Call', 'Discussion']);
  const counts = await countThreads(asker, space.id, noFilter);
  expect(counts).toEqual({
    purposes: { announcement: 1, discussion: 1, question: 1, call: 1 },
    states: { open: 2, answered: 1, closed: 1 },
    tags: [
      { tag: 'sdg:3', count: 2 },
      { tag: 'nights', count: 1 }
    ],
    unread: 2
  });
  for (const state of ['open', 'answered', 'closed'] as const)
    expect(await titles({ state })).toHaveLength(counts.states[state]);
  expect(await titles({ tag: 'sdg:3' })).toHaveLength(2);
  expect(await titles({ unread: true })).toEqual(['Announcement', 'Question']);
  expect(await titles({ tag: 'sdg:3', state: 'answered' })).toEqual(['Question']);
});

test('the rule for threads that move is the rule of the query', async () => {
  const { space, asker } = await aBusySpace();
  const { threads } = await listThreads(asker, space.id);
  const filters: Partial<ThreadFilter>[] = [
    { purpose: 'call' },
    { state: 'open' },
    { state: 'answered' },
    { state: 'closed' },
    { tag: 'nights' },
    { unread: true }
  ];
  for (const one of filters) {
    const filter = { ...noFilter, ...one };
    const queried = (await listThreads(asker, space.id, 0, filter)).threads.map(({ id }) => id);
    expect([one, threads.filter((thread) => fits(thread, filter)).map(({ id }) => id)]).toEqual([
      one,
      queried
    ]);
  }
});

test('what one has read is new no longer', async () => {
  const { space, asker, question } = await aBusySpace();
  await markRead(asker, { threadId: question, number: 2 });
  expect((await countThreads(asker, space.id, noFilter)).unread).toBe(1);
  expect((await countThreads({ kind: 'guest' }, space.id, noFilter)).unread).toBe(0);
});

test('a selection is an address, and what is no code in it is left out', () => {
  const filter: ThreadFilter = { purpose: 'call', state: 'open', tag: 'sdg:3', unread: true };
  const params = new URLSearchParams(writeThreadFilter(filter, { page: 2 }));
  expect(readThreadFilter(params)).toEqual(filter);
  expect(params.get('page')).toBe('2');
  expect(readThreadFilter(new URLSearchParams('purpose=party&state=gone&unread=yes'))).toEqual(noFilter);
});

test('a tag gathers threads of every forum that one may read, and says nothing of the others', async () => {
  const tag = `t-${newId()}`;
  const author = await aMember({ administrator: true });
  for (const visibility of ['public', 'members', 'restricted'] as const) {
    const space = await aSpace({ visibility });
    await startThread(author, {
      spaceId: space.id,
      postId: newId(),
      title: visibility,
      body: 'x',
      capacity: 'personal',
      freeTags: [tag]
    });
  }
  const seen = async (actor: Actor) => {
    const { threads, total } = await listTagged(actor, tag);
    return [threads.map(({ title }) => title).sort(), total];
  };
  expect(await seen({ kind: 'guest' })).toEqual([['public'], 1]);
  expect(await seen(await aMember())).toEqual([['members', 'public'], 2]);
  expect(await seen(author)).toEqual([['members', 'public', 'restricted'], 3]);
});
