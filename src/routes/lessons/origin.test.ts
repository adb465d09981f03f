import { beforeAll, describe, expect, it } from 'vitest';
import { startBrief } from '#features/briefs/server/start-brief.ts';
import { postReply } from '#features/forum/server/post-reply.ts';
import { guest } from '#features/people/people.ts';
import { postStatement } from '#features/statements/server/post-statement.ts';
import { aSession, type SessionWorld } from '#features/sessions/server/test-world.ts';
import { newId } from '#lib/id.ts';
import { aReply, aThread } from '#tests/forum-world.ts';
import { aMember, aSpace } from '#tests/world.ts';
import { opensOrigin, readBeginning } from './origin.ts';

const begin = (actor: Parameters<typeof readBeginning>[0], address: string) =>
  readBeginning(actor, new URLSearchParams(address));
const notFound = { code: 'not-found' };

describe('drawing a lesson from a thread', () => {
  let world: Awaited<ReturnType<typeof aThread>>;
  let reply: { id: string };
  beforeAll(async () => {
    world = await aThread({ space: await aSpace({ visibility: 'restricted' }) });
    reply = await postReply(
      world.author,
      aReply(world.thread.id, { body: 'They came back when **houses** were built.' })
    );
  });

  it('a member begins with the words of the post and whose they were, by its number or its id', async () => {
    for (const post of ['2', reply.id])
      expect(await begin(world.author, `origin=thread:${world.thread.id}&post=${post}`)).toMatchObject({
        origin: { kind: 'thread', id: world.thread.id, anchor: 'post-2', title: 'What brought nurses back?' },
        quote: '« They came back when houses were built. » (Awa)'
      });
  });

  it('for who may not read the thread there is none: not by address, not by post, not on the lesson’s page', async () => {
    const stranger = await aMember();
    for (const actor of [guest, stranger]) {
      await expect(begin(actor, `origin=thread:${world.thread.id}`)).rejects.toMatchObject(notFound);
      await expect(begin(actor, `origin=thread:${world.thread.id}&post=2`)).rejects.toMatchObject(notFound);
      expect(await opensOrigin(actor)('thread', world.thread.id)).toBe(false);
    }
    expect(await opensOrigin(world.author)('thread', world.thread.id)).toBe(true);
  });

  it('a post of another thread, one that is not there and a made-up origin are not found', async () => {
    const other = await aThread();
    await expect(
      begin(other.author, `origin=thread:${other.thread.id}&post=${reply.id}`)
    ).rejects.toMatchObject(notFound);
    await expect(begin(other.author, `origin=thread:${other.thread.id}&post=99`)).rejects.toMatchObject(
      notFound
    );
    for (const origin of [
      'thread:1',
      `space:${newId()}`,
      `__proto__:${newId()}`,
      `brief:${newId()}`,
      `session:${newId()}`,
      'x'
    ])
      await expect(begin(other.author, `origin=${origin}`)).rejects.toMatchObject(notFound);
    expect(await begin(guest, '')).toBeNull();
  });
});

describe('drawing a lesson from a session', () => {
  let world: SessionWorld;
  beforeAll(async () => {
    world = await aSession({ live: true });
  });

  it('it begins with the statement as it reads, tags and all left as text', async () => {
    const id = newId();
    await postStatement(world.chair, {
      id,
      session: world.id,
      body: 'Prices fell by **a third** & 3 < 4',
      lang: 'en',
      capacity: world.chair.actingAs
    });
    const beginning = await begin(guest, `origin=session:${world.id}&statement=${id}`);
    expect(beginning?.origin).toEqual({
      kind: 'session',
      id: world.id,
      anchor: 'statement-1',
      title: 'Pooling purchases'
    });
    expect(beginning?.quote).toMatch(/^« Prices fell by a third & 3 < 4 » \(/);
    await expect(begin(guest, `origin=session:${world.id}&statement=${newId()}`)).rejects.toMatchObject(
      notFound
    );
  });
});

it('a lesson may be drawn from a brief that its recorder may read', async () => {
  const space = await aSpace({ visibility: 'public' });
  const author = await aMember();
  const { id } = await startBrief(author, {
    forum: space.slug,
    type: 'evidence_brief',
    title: 'Keeping midwives',
    lang: 'en',
    capacity: 'personal'
  });
  expect((await begin(author, `origin=brief:${id}`))?.origin).toEqual({
    kind: 'brief',
    id,
    anchor: null,
    title: 'Keeping midwives'
  });
});
