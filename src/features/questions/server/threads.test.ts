import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { guest, type Member } from '#features/people/people.ts';
import { readThread } from '#features/forum/server/read-thread.ts';
import { threads } from '#features/forum/server/tables.ts';
import { closeSession } from '#features/records/server/close-session.ts';
import { readRecord } from '#features/records/server/read-record.ts';
import { rebuildRecord } from '#features/records/server/rebuild-record.ts';
import { aDelegate, aSession } from '#features/sessions/server/test-world.ts';
import { answerQuestion } from '#features/statements/server/answer-question.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { limits, titleOf } from '../questions.ts';
import { takeThreads } from './append-threads.ts';
import { askQuestion } from './ask-question.ts';
import { hideQuestion } from './hide-question.ts';

async function ask(who: Member, session: string, body: string): Promise<string> {
  const id = newId();
  await askQuestion(who, { session, id, body, lang: 'fr', capacity: who.actingAs });
  return id;
}
const startedIn = (spaceId: string) => db.select().from(threads).where(eq(threads.spaceId, spaceId));

test('at the close an open question goes on as a thread, in the words and under the name of who asked', async () => {
  const { id, space, chair } = await aSession({ live: true, title: 'Achats [groupés]' });
  const delegate = await aDelegate('SN');
  await ask(delegate, id, 'Qui signe le fonds de roulement ?\nEt dans quel délai ?');
  const answered = await ask(delegate, id, 'Qui préside ?');
  await answerQuestion(chair, { session: id, question: answered });
  await hideQuestion(chair, { session: id, question: await ask(delegate, id, 'Hors sujet') });
  await closeSession(chair, { session: id });
  const started = await startedIn(space.id);
  expect(started).toMatchObject([
    { subject: 'Qui signe le fonds de roulement ?', purpose: 'question', country: 'SN' }
  ]);
  expect(started[0].personId).toBe(delegate.personId);
  const { record } = await readRecord(guest, id);
  expect(record.questions?.map(({ thread }) => thread)).toEqual([`/threads/${started[0].id}`, null]);
  const { posts } = await readThread(guest, started[0].id);
  expect(posts[0].html).toContain(`/sessions/${id}#question-1`);
  expect(posts[0].html).toContain('Achats [groupés]');
  expect(takeThreads(id)).toHaveLength(1);
  expect(takeThreads(id)).toHaveLength(0);
  expect((await rebuildRecord(id)).same).toBe(true);
});

test('what members asked among themselves does not become a thread that guests read', async () => {
  const { id, space, chair } = await aSession({ live: true, audience: 'members', visibility: 'public' });
  await ask(await aDelegate('SN'), id, 'Between us');
  await closeSession(chair, { session: id });
  expect(await startedIn(space.id)).toEqual([]);
  const { record } = await readRecord(chair, id);
  expect(record.questions).toMatchObject([{ body: 'Between us', thread: null, answer: null }]);
});

test('a session with a hundred open questions closes within ten seconds', async () => {
  const { id, space, chair } = await aSession({ live: true });
  const delegates = await Promise.all(Array.from({ length: 10 }, () => aDelegate('SN')));
  for (let n = 0; n < limits.open; n++) await ask(delegates[n % 10], id, `Question ${n}`);
  await expect(ask(chair, id, 'One too many')).rejects.toMatchObject({ reason: 'questions-full' });
  const before = Date.now();
  await closeSession(chair, { session: id });
  console.log(`a session with ${limits.open} open questions closed in ${Date.now() - before} ms`);
  expect(Date.now() - before).toBeLessThan(10_000);
  expect(await startedIn(space.id)).toHaveLength(limits.open);
}, 60_000);

test('a long question is named by its beginning, cut at a word', () => {
  expect(titleOf('Who signs?\nAnd when?')).toBe('Who signs?');
  const title = titleOf('word '.repeat(100));
  expect(title.length).toBeLessThanOrEqual(limits.threadTitle);
  expect(title).toMatch(/word…$/);
});
