import { expect, test } from 'vitest';
import { newId } from '#lib/id.ts';
import { atomic } from '#lib/server/db.ts';
import { aMember, aSpace, joinSpace } from '#tests/world.ts';
import { appendLinks } from './append-links.ts';
import { listBacklinks } from './list-backlinks.ts';

const says = (spaceId: string, threadId: string, text: string, id = newId(), isNew = true) =>
  atomic((tx) => appendLinks(tx, { kind: 'post', id, threadId, spaceId }, text, isNew));

test('a reader is told where something is mentioned in the forums that they may read, and of no other', async () => {
  const target = newId();
  const [open, closed] = [await aSpace(), await aSpace({ visibility: 'restricted' })];
  const member = await aMember();
  await joinSpace(member, closed.id);
  await says(open.id, newId(), `See [#x](/threads/${target}?post=3)`);
  await says(closed.id, newId(), `See [#x](/threads/${target})`);
  await says(open.id, target, `Above: /threads/${target}?post=2`);
  const told = (actor: Parameters<typeof listBacklinks>[0]) =>
    listBacklinks(actor, { kind: 'thread', id: target });
  expect(await told({ kind: 'guest' })).toMatchObject([{ toPost: 3 }]);
  expect(await told(await aMember())).toHaveLength(1);
  expect(await told(member)).toHaveLength(2);
});

test('a text that points elsewhere now, or nowhere, is told no longer', async () => {
  const [lesson, other, post] = [newId(), newId(), newId()];
  const space = await aSpace();
  const thread = newId();
  await says(space.id, thread, `/lessons/${lesson}`, post);
  await says(space.id, thread, `/lessons/${other}`, post, false);
  const of = (id: string) => listBacklinks({ kind: 'guest' }, { kind: 'lesson', id });
  expect(await of(lesson)).toEqual([]);
  expect(await of(other)).toHaveLength(1);
  await says(space.id, thread, '', post, false);
  expect(await of(other)).toEqual([]);
});
