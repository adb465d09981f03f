/** What briefs, lessons and statements point at is told there, to whoever may read where it is said. */
import { expect, test } from 'vitest';
import * as v from 'valibot';
import * as Y from 'yjs';
import type { TextNode } from '#features/briefs/briefs.ts';
import { grantRole } from '#features/briefs/server/grant-role.ts';
import { briefKeeper } from '#features/briefs/server/keeper.ts';
import { publishBrief } from '#features/briefs/server/publish-brief.ts';
import { startBrief } from '#features/briefs/server/start-brief.ts';
import { docOf, seedOf } from '#features/briefs/server/text.ts';
import { revisedLesson } from '#features/lessons/lessons.ts';
import { reviseLesson } from '#features/lessons/server/revise-lesson.ts';
import { guest, type Actor } from '#features/people/people.ts';
import { joinSession } from '#features/attendance/server/join-session.ts';
import { postStatement } from '#features/statements/server/post-statement.ts';
import { aDelegate, aSession } from '#features/sessions/server/test-world.ts';
import { newId } from '#lib/id.ts';
import { aLesson, aText } from '#tests/lessons-world.ts';
import { aMember, anOrganisation, aSpace, joinSpace } from '#tests/world.ts';
import { readMentions } from './mentions.ts';

const hrefs = async (actor: Actor, kind: 'thread' | 'lesson' | 'session', id: string) =>
  (await readMentions(actor, { kind, id })).map(({ href }) => href);

const linked = (href: string): TextNode => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'As ' },
        { type: 'text', text: 'they say', marks: [{ type: 'link', attrs: { href } }] }
      ]
    }
  ]
});

test('a lesson that points at a thread is told there to everyone, and no longer once it is revised', async () => {
  const [author, thread, other] = [await aMember(), newId(), newId()];
  const { id } = await aLesson(author, { whatHappened: `See [#x](/threads/${thread}?post=2).` });
  expect(await readMentions(guest, { kind: 'thread', id: thread })).toMatchObject([
    { kind: 'lesson', href: `/lessons/${id}`, title: 'Rural bonus without housing', toPost: 2, number: null }
  ]);
  const words = { ...aText({ whatHappened: `See [#y](/threads/${other}).` }), seq: '1' };
  await reviseLesson(author, id, v.parse(revisedLesson, words));
  expect(await hrefs(guest, 'thread', thread)).toEqual([]);
  expect(await hrefs(guest, 'thread', other)).toEqual([`/lessons/${id}`]);
});

test('a statement is told where it points, by its number; of a session for members to no guest', async () => {
  for (const [audience, seen] of [
    ['space', true],
    ['members', false]
  ] as const) {
    const { id } = await aSession({ live: true, audience });
    const [delegate, lesson, reader] = [await aDelegate('SN'), newId(), await aMember()];
    await joinSession(delegate, { session: id, capacity: delegate.actingAs });
    await postStatement(delegate, {
      session: id,
      id: newId(),
      body: `As in [#it](/lessons/${lesson}), and above: /sessions/${id}`,
      lang: 'en',
      capacity: delegate.actingAs
    });
    const there = `/sessions/${id}#statement-1`;
    expect(await readMentions(reader, { kind: 'lesson', id: lesson })).toMatchObject([
      { kind: 'statement', href: there, title: 'Pooling purchases', number: 1 }
    ]);
    expect(await hrefs(guest, 'lesson', lesson)).toEqual(seen ? [there] : []);
    expect(await hrefs(reader, 'session', id)).toEqual([]);
  }
});

test('a brief is told where its text points, as it was folded or published, to who may read it alone', async () => {
  const space = await aSpace({ visibility: 'restricted' });
  const ministry = await anOrganisation();
  const [author, stranger, invited] = [
    await aMember(),
    await aMember(),
    await aMember({ organisation: ministry })
  ];
  await joinSpace(author, space.id);
  const [first, second] = [newId(), newId()];
  const start = {
    type: 'joint_statement',
    title: 'Every worker safe',
    lang: 'en',
    capacity: 'personal'
  } as const;
  const { id } = await startBrief(
    author,
    { ...start, forum: space.slug },
    { text: linked(`/threads/${first}`) }
  );
  await grantRole(author, id, { subjectKind: 'organisation', subject: ministry, role: 'comment' });
  const href = `/briefs/${id}`;
  for (const [actor, told] of [
    [author, [href]],
    [invited, [href]],
    [stranger, []],
    [guest, []]
  ] as const)
    expect(await hrefs(actor, 'thread', first)).toEqual(told);

  const { update } = seedOf(linked(`/threads/${second}`));
  const { throughSeq, updates } = await briefKeeper.load(id);
  await briefKeeper.compact(id, update, throughSeq + updates.length);
  expect(await hrefs(author, 'thread', first)).toEqual([]);
  expect(await hrefs(author, 'thread', second)).toEqual([href]);

  // Between two foldings the text goes on: publishing it takes what it points at now.
  const doc = docOf({ state: update, updates: [] });
  const before = Y.encodeStateVector(doc);
  Y.applyUpdate(doc, seedOf(linked(`/threads/${first}`)).update);
  const change = Y.encodeStateAsUpdate(doc, before);
  const kept = await briefKeeper.load(id);
  const seq = kept.throughSeq + kept.updates.length + 1;
  await briefKeeper.append([{ id, seq, update: change, authors: [] }]);
  expect(await hrefs(author, 'thread', first)).toEqual([]);
  await publishBrief(author, id, { capacity: 'personal' } as never);
  expect(await hrefs(author, 'thread', first)).toEqual([href]);
});
