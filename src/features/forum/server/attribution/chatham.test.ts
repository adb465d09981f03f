import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditEntries } from '#features/audit/server/tables.ts';
import { guest } from '#features/people/people.ts';
import { listen, type Announcement } from '#lib/server/announce.ts';
import { newId } from '#lib/id.ts';
import { db, store } from '#lib/server/db.ts';
import { dialect } from '#lib/server/columns.ts';
import { aMember, anOrganisation, aSpace, joinSpace } from '#tests/world.ts';
import { editPost } from '../edit-post.ts';
import { postReply } from '../post-reply.ts';
import { readPost, readPostHistory } from '../read-post.ts';
import { readThread } from '../read-thread.ts';
import { threadRoom } from '../room.ts';
import { startThread } from '../start-thread.ts';
import { withdrawPost } from '../withdraw-post.ts';
import { sealedActs } from '../attribution-tables.ts';
import { holdRule } from './hold-rule.ts';
import { holdSpaceRule } from './hold-space-rule.ts';
import { liftRule } from './lift-rule.ts';
import { openSeal } from './open-seal.ts';
import { readAttribution } from './read-attribution.ts';
import { readSpaceAttribution } from './read-space-attribution.ts';

/** A thread under the Rule: its moderator, its keeper, and a delegate whose name and ministry must not be told. */
async function aRoom({ held = true } = {}) {
  const space = await aSpace();
  const ministry = await anOrganisation({ name: 'Ministry of Unspoken Things' });
  const moderator = await aMember({ name: 'Moderator' });
  const keeper = await aMember({ name: 'Keeper', email: `${newId()}@keeper.example` });
  const delegate = await aMember({ name: 'Delegate Unspoken', organisation: ministry });
  await joinSpace(moderator, space.id, 'moderator');
  await joinSpace(keeper, space.id);
  const { id: threadId } = await startThread(
    moderator,
    { spaceId: space.id, postId: newId(), title: 'Frankly', body: 'What went wrong?', capacity: 'personal' },
    { at: new Date() }
  );
  const rule = async () => holdRule(moderator, { threadId, keeper: await emailOf(keeper.personId) });
  if (held) await rule();
  const speak = (body = 'We paid the wrong people.', id = newId()) =>
    postReply(delegate, { id, threadId, body, capacity: ministry, quoted: null }, { at: new Date() });
  return { space, ministry, moderator, keeper, delegate, threadId, rule, speak };
}

async function emailOf(personId: string): Promise<string> {
  const { persons } = await import('#features/people/server/tables.ts');
  const [row] = await db.select({ email: persons.email }).from(persons).where(eq(persons.id, personId));
  return row.email!;
}

const unspoken = ({ delegate, ministry }: Awaited<ReturnType<typeof aRoom>>) =>
  new RegExp([delegate.personId, ministry, 'Delegate Unspoken', 'Unspoken Things'].join('|'));

test('who speaks under the Rule is told to no reader, in no event, history or catching up', async () => {
  const room = await aRoom();
  const heard: Announcement[] = [];
  listen('chatham-test', (announcement) => void heard.push(announcement));
  const post = await room.speak();
  await editPost(room.delegate, { id: post.id, threadId: room.threadId, body: 'We paid late.', revision: 0 });
  const views = [
    post,
    heard,
    await readThread(guest, room.threadId),
    await readThread(room.moderator, room.threadId),
    await readPostHistory(guest, { threadId: room.threadId, id: post.id }),
    await threadRoom.since(guest, room.threadId, null)
  ];
  await withdrawPost(room.delegate, { id: post.id, threadId: room.threadId, reason: null });
  views.push(await readThread(guest, room.threadId), heard);
  expect(JSON.stringify(views)).toContain('Chatham House Rule');
  expect(JSON.stringify(views)).not.toMatch(unspoken(room));
});

test.runIf(dialect === 'sqlite')(
  'no table but the sealed one and the private ones knows who spoke',
  async () => {
    const room = await aRoom();
    const post = await room.speak('A sentence that nobody else says');
    await editPost(room.delegate, { id: post.id, threadId: room.threadId, body: 'Another one', revision: 0 });
    const tables = (await store().raw("select name from sqlite_master where type = 'table'")).map(([name]) =>
      String(name)
    );
    // Who someone is, and what only they see of themselves: their places, sign-ins, how far they have read.
    const own =
      /^(persons|organisations|affiliations|sign_ins|reading_positions|administrators|drafts|sealed_acts|sqlite_|search_index)/;
    const telling: string[] = [];
    for (const name of tables.filter((table) => !own.test(table)))
      if (unspoken(room).test(JSON.stringify(await store().raw(`select * from "${name}"`))))
        telling.push(name);
    expect(telling).toEqual([]);
  }
);

test('the keeper opens the names, and each opening is a fact of record; an administrator cannot', async () => {
  const room = await aRoom();
  const post = await room.speak();
  const [opened] = await openSeal(room.keeper, room.threadId);
  expect(opened).toMatchObject({ postId: post.id, deed: 'posted', act: { personName: 'Delegate Unspoken' } });
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.threadId, room.threadId));
  expect(entries.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['attribution.sealed', 'attribution.read'])
  );
  for (const other of [room.moderator, room.delegate, await aMember({ administrator: true })])
    await expect(openSeal(other, room.threadId)).rejects.toMatchObject({ code: 'not-found' });
  await expect(openSeal(guest, room.threadId)).rejects.toMatchObject({ code: 'not-signed-in' });
});

test('the author still mends and withdraws their own words, and who speaks for the organisation too; nobody else', async () => {
  const room = await aRoom();
  const post = await room.speak();
  const by = { threadId: room.threadId, id: post.id };
  expect((await readThread(room.delegate, room.threadId)).own).toEqual([post.id]);
  expect((await readPost(room.delegate, by)).may).toMatchObject({ edit: true, withdraw: true });
  const colleague = await aMember({ organisation: room.ministry });
  expect((await readPost(colleague, by)).may).toMatchObject({ edit: true, withdraw: true });
  const stranger = await aMember();
  expect((await readThread(stranger, room.threadId)).own).toEqual([]);
  expect((await readPost(stranger, by)).may).toMatchObject({ edit: false, withdraw: false });
  await expect(editPost(stranger, { ...by, body: 'Mine now', revision: 0 })).rejects.toMatchObject({
    code: 'not-allowed'
  });
  await editPost(colleague, { ...by, body: 'We paid late.', revision: 0 });
  const deeds = await db.select().from(sealedActs).where(eq(sealedActs.postId, post.id));
  expect(deeds.map(({ deed, personId }) => [deed, personId]).sort()).toEqual([
    ['edited', colleague.personId],
    ['posted', room.delegate.personId]
  ]);
});

test('a sealed reply that is sent twice is one, and another person cannot claim its id', async () => {
  const room = await aRoom();
  const id = newId();
  const first = await room.speak('Once', id);
  expect((await room.speak('Once', id)).number).toBe(first.number);
  await expect(
    postReply(
      await aMember(),
      { id, threadId: room.threadId, body: 'x', capacity: 'personal', quoted: null },
      { at: new Date() }
    )
  ).rejects.toMatchObject({ reason: 'id-taken' });
});

test('the Rule is not lifted silently: a reason is shown for ever, and what was sealed stays sealed', async () => {
  const room = await aRoom();
  const sealed = await room.speak();
  await liftRule(room.moderator, { threadId: room.threadId, reason: 'The report is public' });
  const open = await room.speak('Now in the open');
  const view = await readThread(guest, room.threadId);
  expect(view.attribution).toMatchObject({
    lifted: { by: 'Moderator', reason: 'The report is public' }
  });
  expect(view.posts.find(({ id }) => id === sealed.id)?.act.personId).toBe('unattributed');
  expect(view.posts.find(({ id }) => id === open.id)?.act.personName).toBe('Delegate Unspoken');
  // A change of what was said under it is sealed too.
  await editPost(room.delegate, { id: sealed.id, threadId: room.threadId, body: 'Later', revision: 0 });
  expect(
    JSON.stringify(await readPostHistory(guest, { threadId: room.threadId, id: sealed.id }))
  ).not.toMatch(unspoken(room));
  expect((await readAttribution(guest, room.threadId)).periods).toHaveLength(1);
});

test('what was said before the Rule keeps its author', async () => {
  const room = await aRoom({ held: false });
  const before = await room.speak('In the open');
  await room.rule();
  const view = await readThread(guest, room.threadId);
  expect(view.posts.find(({ id }) => id === before.id)?.act.personName).toBe('Delegate Unspoken');
  expect(view.attribution).toMatchObject({ keeper: 'Keeper', lifted: null });
});

test('only who moderates applies or lifts the Rule, once, with a keeper who belongs to the forum', async () => {
  const room = await aRoom();
  const keeper = await emailOf(room.keeper.personId);
  await expect(room.rule()).rejects.toMatchObject({ reason: 'rule-in-force' });
  await expect(holdRule(room.delegate, { threadId: room.threadId, keeper })).rejects.toMatchObject({
    code: 'not-allowed'
  });
  await expect(liftRule(room.keeper, { threadId: room.threadId, reason: 'x' })).rejects.toMatchObject({
    code: 'not-allowed'
  });
  await liftRule(room.moderator, { threadId: room.threadId, reason: 'x' });
  await expect(
    holdRule(room.moderator, { threadId: room.threadId, keeper: 'nobody@elsewhere.example' })
  ).rejects.toMatchObject({ reason: 'keeper-unknown' });
  await expect(liftRule(room.moderator, { threadId: room.threadId, reason: 'x' })).rejects.toMatchObject({
    reason: 'rule-not-in-force'
  });
});

test('in a forum under the Rule even who begins a thread is not told; a call for experiences is', async () => {
  const room = await aRoom({ held: false });
  await holdSpaceRule(room.moderator, { spaceId: room.space.id, held: true, reason: '' });
  const begin = (purpose: 'discussion' | 'call') =>
    startThread(
      room.delegate,
      {
        spaceId: room.space.id,
        postId: newId(),
        title: 'Between us',
        body: 'What would you not do again?',
        capacity: room.ministry,
        purpose
      },
      { at: new Date() }
    );
  const quiet = await readThread(guest, (await begin('discussion')).id);
  expect(quiet.act.personId).toBe('unattributed');
  expect(JSON.stringify(quiet)).not.toMatch(unspoken(room));
  const call = await readThread(guest, (await begin('call')).id);
  expect(call.act.personName).toBe('Delegate Unspoken');
});

test('who is here is told to nobody in a room under the Rule', async () => {
  const [quiet, open] = [await aRoom(), await aRoom({ held: false })];
  expect(await threadRoom.quiet(quiet.threadId)).toBe(true);
  expect(await threadRoom.quiet(open.threadId)).toBe(false);
});

test('a moderator reads and changes whether threads begin under the Rule; another does neither', async () => {
  const room = await aRoom({ held: false });
  const { slug, id } = room.space;
  expect(await readSpaceAttribution(room.moderator, slug)).toMatchObject({ held: null });
  await holdSpaceRule(room.moderator, { spaceId: id, held: true, reason: '' });
  await holdSpaceRule(room.moderator, { spaceId: id, held: true, reason: '' });
  expect(await readSpaceAttribution(room.moderator, slug)).toMatchObject({ held: { keeper: 'Moderator' } });
  for (const other of [room.delegate, guest])
    await expect(readSpaceAttribution(other, slug)).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(holdSpaceRule(room.delegate, { spaceId: id, held: false, reason: 'x' })).rejects.toMatchObject(
    { code: 'not-allowed' }
  );
  await holdSpaceRule(room.moderator, { spaceId: id, held: false, reason: 'Done' });
  expect(await readSpaceAttribution(room.moderator, slug)).toMatchObject({ held: null });
});
