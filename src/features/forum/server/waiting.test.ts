import { eq } from 'drizzle-orm';
import { afterAll, expect, test, vi } from 'vitest';
import { nameFocalPoint } from '#features/clearance/server/name-focal-point.ts';
import { removeFocalPoint } from '#features/clearance/server/remove-focal-point.ts';
import { setClearanceRule } from '#features/clearance/server/set-clearance-rule.ts';
import { endClearanceRule } from '#features/clearance/server/end-clearance-rule.ts';
import { auditEntries } from '#features/audit/server/tables.ts';
import { guest, type Member } from '#features/people/people.ts';
import { readActor } from '#features/people/server/read-actor.ts';
import { affiliations } from '#features/people/server/tables.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { hub } from '#lib/server/hub.ts';
import { aMember, anOrganisation } from '#tests/world.ts';
import { aReply, aThread } from '#tests/forum-world.ts';
import { clearPost } from './clear-post.ts';
import { lockThread } from '#features/moderation/server/lock-thread.ts';
import { editPost } from './edit-post.ts';
import { endWaiting } from './end-waiting.ts';
import { listOwnPending, listToClear } from './list-pending.ts';
import { pendingPosts } from './pending-tables.ts';
import { postReply } from './post-reply.ts';
import { readPending } from './read-pending.ts';
import { readThread } from './read-thread.ts';
import { recallPost } from './recall-post.ts';
import { resendPost } from './resend-post.ts';
import { returnPost } from './return-post.ts';
import { startThread } from './start-thread.ts';
import { aMinistry } from '#tests/clearance-world.ts';

afterAll(() => vi.restoreAllMocks());

const inTwoDays = () => new Date(Date.now() + 48 * 3_600_000);

test('what a delegate says for a ministry with a rule waits: no number, no count, nothing told, nothing for others', async () => {
  const { thread, organisation, delegate, moderator, awa, say } = await aMinistry();
  const emitted = vi.spyOn(hub(), 'emit');
  const held = await say();
  expect(held).toMatchObject({ number: 0, waits: 'clearance' });
  expect(emitted).not.toHaveBeenCalled();
  for (const reader of [guest, moderator, await aMember(), await aMember({ administrator: true })]) {
    expect(await readThread(reader, thread.id)).toMatchObject({ postsCount: 1, posts: [{ number: 1 }] });
    expect(await listOwnPending(reader, thread.id)).toEqual([]);
    expect(await listToClear(reader)).toEqual([]);
    await expect(readPending(reader, held.id)).rejects.toMatchObject({ code: 'not-found' });
  }
  expect(await listOwnPending(delegate, thread.id)).toMatchObject([{ id: held.id, may: { change: true } }]);
  expect(await listOwnPending(await aMember({ organisation }), thread.id)).toMatchObject([{ id: held.id }]);
  expect(await listToClear(awa)).toMatchObject([{ id: held.id, may: { decide: true } }]);
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.objectId, held.id));
  expect(entries).toMatchObject([{ action: 'post.held', threadId: null, spaceId: null }]);
});

test('sending it twice, or twice at once, is one waiting text; under another person it is refused', async () => {
  const { thread, organisation, delegate } = await aMinistry();
  const reply = aReply(thread.id, { capacity: organisation });
  await Promise.all([postReply(delegate, reply), postReply(delegate, reply), postReply(delegate, reply)]);
  expect(await db.select().from(pendingPosts).where(eq(pendingPosts.threadId, thread.id))).toHaveLength(1);
  await expect(postReply(await aMember(), { ...reply, capacity: 'personal' })).rejects.toMatchObject({
    reason: 'id-taken'
  });
});

test('a personal post, another forum than those of the rule, and an exempt focal point do not wait', async () => {
  const elsewhere = await aThread();
  const { delegate, thread, say, awa } = await aMinistry({
    spaceIds: [elsewhere.space.id],
    exemptsFocalPoints: true
  });
  expect(await postReply(delegate, aReply(thread.id))).toMatchObject({ number: 2 });
  expect(await say()).toMatchObject({ number: 3 });
  const other = await aMinistry({ exemptsFocalPoints: true });
  expect(await other.say(other.awa)).toMatchObject({ number: 2 });
  expect(await other.say()).toMatchObject({ waits: 'clearance' });
  expect(await listToClear(awa)).toEqual([]);
});

test('a focal point clears it: it is posted as its author then was, and says by whom it was cleared', async () => {
  const { thread, delegate, awa, ali, say } = await aMinistry();
  const held = await say();
  await clearPost(awa, { id: held.id, revision: 0 });
  const { posts } = await readThread(guest, thread.id);
  expect(posts[1]).toMatchObject({
    id: held.id,
    number: 2,
    act: { personName: 'Fatou', capacity: 'organisation' },
    cleared: { by: 'Awa' }
  });
  await expect(clearPost(ali, { id: held.id, revision: 0 })).rejects.toMatchObject({ code: 'not-found' });
  expect(await listOwnPending(delegate)).toEqual([]);
  expect(await postReply(delegate, aReply(thread.id, { id: held.id, capacity: 'personal' }))).toMatchObject({
    number: 2
  });
});

test('two focal points and the clock at the same moment: one decides, the text is posted once or returned once', async () => {
  for (const atEnd of ['publish', 'return'] as const) {
    const { thread, awa, ali, say } = await aMinistry({ atEnd });
    const { id } = await say();
    const outcomes = await Promise.allSettled([
      clearPost(awa, { id, revision: 0 }),
      endWaiting(inTwoDays()),
      returnPost(ali, { id, revision: 0, note: 'No figures.' }),
      clearPost(ali, { id, revision: 0 })
    ]);
    const { posts } = await readThread(guest, thread.id);
    const waiting = await db.select().from(pendingPosts).where(eq(pendingPosts.id, id));
    expect(posts.length - 1 + waiting.filter(({ returnedAt }) => returnedAt).length).toBe(1);
    expect(posts.length - 1 + waiting.length).toBe(1);
    const entries = await db.select().from(auditEntries).where(eq(auditEntries.objectId, id));
    const decisions = entries.filter(({ action }) => /cleared|returned/.test(action));
    expect(decisions).toHaveLength(1);
    expect(outcomes.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(1);
  }
});

test('a returned text stays with its author, who mends it and sends it again; nobody clears their own', async () => {
  const { delegate, awa, ali, say, thread } = await aMinistry();
  const { id } = await say();
  await returnPost(awa, { id, revision: 0, note: 'Which year?' });
  expect(await listOwnPending(delegate)).toMatchObject([{ returned: { by: 'Awa', note: 'Which year?' } }]);
  await expect(clearPost(ali, { id, revision: 0 })).rejects.toMatchObject({ reason: 'already-decided' });
  expect(await resendPost(delegate, { id, revision: 0, body: 'In 2025, 400.', title: null })).toEqual({
    posted: false
  });
  await expect(clearPost(ali, { id, revision: 0 })).rejects.toMatchObject({ reason: 'waiting-text-changed' });
  await expect(clearPost(delegate, { id, revision: 1 })).rejects.toMatchObject({ code: 'not-allowed' });
  const own = await say(ali).catch(() => null);
  expect(own).toBeNull();
  const awas = await say(awa, 'From the focal point herself.');
  await expect(clearPost(awa, { id: awas.id, revision: 0 })).rejects.toMatchObject({ code: 'not-allowed' });
  await clearPost(ali, { id: awas.id, revision: 0 });
  await clearPost(ali, { id, revision: 1 });
  const { posts } = await readThread(guest, thread.id);
  expect(posts.map(({ html }) => html).join()).toContain('In 2025');
});

test('an author takes a waiting text back, and then nobody can clear it', async () => {
  const { delegate, awa, say } = await aMinistry();
  const { id } = await say();
  await expect(recallPost(await aMember(), { id })).rejects.toMatchObject({ code: 'not-found' });
  await recallPost(delegate, { id });
  await expect(clearPost(awa, { id, revision: 0 })).rejects.toMatchObject({ code: 'not-found' });
});

test('when the time is over the text goes back, or out and says so, also after the house was shut', async () => {
  const returned = await aMinistry({ atEnd: 'return' });
  const published = await aMinistry({ atEnd: 'publish' });
  const back = await returned.say();
  await published.say();
  expect(await endWaiting(new Date())).toBe(0);
  await endWaiting(inTwoDays());
  expect(await listOwnPending(returned.delegate)).toMatchObject([
    { id: back.id, returned: { by: null, why: 'timed-out' } }
  ]);
  expect((await readThread(guest, published.thread.id)).posts[1]).toMatchObject({ cleared: { by: null } });
  expect((await readThread(guest, returned.thread.id)).posts).toHaveLength(1);
});

test('a text whose thread was closed meanwhile is kept and says so; at its end it goes back', async () => {
  const { moderator, awa, say, thread, delegate } = await aMinistry({ atEnd: 'publish' });
  const { id } = await say();
  await lockThread(moderator, { threadId: thread.id, reason: 'Enough.' });
  await expect(clearPost(awa, { id, revision: 0 })).rejects.toMatchObject({ reason: 'thread-closed' });
  expect(await readPending(delegate, id)).toMatchObject({ returned: null, body: 'We trained 400 nurses.' });
  await endWaiting(inTwoDays());
  expect(await readPending(delegate, id)).toMatchObject({ returned: { why: 'thread-closed' } });
});

test('a text whose author lost the mandate meanwhile is not posted for the ministry: it goes back and says why', async () => {
  const { awa, say, thread, delegate } = await aMinistry();
  const { id } = await say();
  await db
    .update(affiliations)
    .set({ endsAt: new Date() })
    .where(eq(affiliations.personId, delegate.personId));
  expect(await clearPost(awa, { id, revision: 0 })).toMatchObject({ kind: 'returned', why: 'mandate-ended' });
  expect((await readThread(guest, thread.id)).postsCount).toBe(1);
  expect(await readPending(delegate, id)).toMatchObject({ returned: { by: null, why: 'mandate-ended' } });
});

test('a thread that is started for a ministry waits whole, and starts when it is cleared', async () => {
  const { organisation, space, delegate, awa } = await aMinistry();
  const input = {
    spaceId: space.id,
    postId: newId(),
    title: 'Support we ask for',
    body: 'We ask for trainers.',
    capacity: organisation
  };
  const held = await startThread(delegate, input as Parameters<typeof startThread>[1]);
  expect(held).toEqual({ id: input.postId, waits: 'clearance' });
  expect(await startThread(delegate, input as Parameters<typeof startThread>[1])).toEqual(held);
  const released = await clearPost(awa, { id: held.id, revision: 0 });
  if (released.kind !== 'posted') throw new Error('it was not posted');
  expect(await readThread(guest, released.thread.id)).toMatchObject({
    title: 'Support we ask for',
    posts: [{ id: input.postId, number: 1, cleared: { by: 'Awa' } }]
  });
});

test('a cleared post is changed by nobody but an exempt focal point', async () => {
  const { thread, delegate, awa, say } = await aMinistry({ exemptsFocalPoints: true });
  const { id } = await say();
  await clearPost(awa, { id, revision: 0 });
  const edit = { id, threadId: thread.id, body: 'We trained 900 nurses.', revision: 0 };
  await expect(editPost(delegate, edit)).rejects.toMatchObject({ reason: 'edit-needs-clearance' });
  expect(await editPost(awa, edit)).toMatchObject({ revision: 1 });
});

test('a rule is set by who signs for the organisation or an administrator, never without a focal point', async () => {
  const organisation = await anOrganisation();
  const signer = await aMember({ organisation, mandate: 'sign' });
  const speaker = await aMember({ organisation, mandate: 'negotiate' });
  const rule = {
    organisationId: organisation,
    hours: 24,
    atEnd: 'return',
    exemptsFocalPoints: true,
    spaceIds: []
  } as const;
  const input = { ...rule, spaceIds: [] };
  await expect(setClearanceRule(signer, input)).rejects.toMatchObject({ reason: 'no-focal-point' });
  for (const stranger of [
    speaker,
    await aMember(),
    await aMember({ organisation: await anOrganisation(), mandate: 'sign' })
  ]) {
    await expect(setClearanceRule(stranger, input)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(
      nameFocalPoint(stranger, { organisationId: organisation, personId: speaker.personId })
    ).rejects.toMatchObject({ code: 'not-allowed' });
  }
  await expect(setClearanceRule(guest, input)).rejects.toMatchObject({ code: 'not-signed-in' });
  const outsider = await aMember();
  await expect(
    nameFocalPoint(signer, { organisationId: organisation, personId: outsider.personId })
  ).rejects.toMatchObject({ reason: 'no-place' });
  await nameFocalPoint(signer, { organisationId: organisation, personId: speaker.personId });
  await expect(setClearanceRule(signer, { ...input, spaceIds: [newId()] })).rejects.toMatchObject({
    reason: 'space-unknown'
  });
  await setClearanceRule(await aMember({ administrator: true }), input);
  const last = { organisationId: organisation, personId: speaker.personId };
  await expect(removeFocalPoint(signer, last)).rejects.toMatchObject({ reason: 'last-focal-point' });
  await endClearanceRule(signer, { organisationId: organisation });
  await removeFocalPoint(signer, last);
});

test('a focal point who left the organisation clears nothing any more', async () => {
  const { awa, say } = await aMinistry();
  const { id } = await say();
  await db.update(affiliations).set({ endsAt: new Date() }).where(eq(affiliations.personId, awa.personId));
  const now = (await readActor(awa.token)) as Member;
  await expect(clearPost(now, { id, revision: 0 })).rejects.toMatchObject({ code: 'not-found' });
});
