import { beforeEach, expect, test } from 'vitest';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { focalPoints } from '#features/clearance/server/tables.ts';
import { pendingPosts } from '#features/forum/server/pending-tables.ts';
import { acceptAnswer } from '#features/forum/server/accept-answer.ts';
import { postReply } from '#features/forum/server/post-reply.ts';
import { startThread } from '#features/forum/server/start-thread.ts';
import { hidePost } from '#features/moderation/server/hide-post.ts';
import type { Member } from '#features/people/people.ts';
import { askToJoin } from '#features/spaces/server/ask-to-join.ts';
import { spaceInvitations, spaces } from '#features/spaces/server/tables.ts';
import { newId } from '#lib/id.ts';
import { atomic, db } from '#lib/server/db.ts';
import { m } from '#lib/paraglide/messages.js';
import { aReply, aThread } from '#tests/forum-world.ts';
import { takeAll } from '#tests/post-office.ts';
import { aMember, anOrganisation, aSpace, joinSpace } from '#tests/world.ts';
import { eq } from 'drizzle-orm';
import { kinds } from '../following.ts';
import { kindSentence } from '../words.ts';
import { listNotifications } from './list-notifications.ts';

beforeEach(takeAll);
const told = async (actor: Member) => {
  await takeAll();
  return (await listNotifications(actor, { unreadOnly: true })).groups.flatMap(({ lines }) =>
    lines.map(({ kind, href }) => `${kind} ${href}`)
  );
};

test('who answered is told that the answer was accepted, and so is who belongs to the forum', async () => {
  const { space, author } = await aThread();
  const { id } = await startThread(author, {
    spaceId: space.id,
    postId: newId(),
    title: 'Which fee?',
    body: 'We ask.',
    capacity: 'personal',
    purpose: 'question'
  });
  const [helper, member] = [await aMember(), await aMember()];
  await joinSpace(member, space.id);
  const answer = await postReply(helper, aReply(id, { body: 'None.' }));
  await acceptAnswer(author, { threadId: id, postId: answer.id });
  const href = `/threads/${id}?post=2#post-2`;
  expect(await told(helper)).toEqual([`answer ${href}`]);
  expect(await told(member)).toEqual([`accepted ${href}`]);
});

test('who moderates is told that somebody asks to join, and who wrote that a moderator hid their words', async () => {
  const { space, thread, moderator } = await aThread();
  await db.update(spaces).set({ joining: 'request' }).where(eq(spaces.id, space.id));
  await askToJoin(await aMember(), { spaceId: space.id, message: 'Please' });
  expect(await told(moderator)).toContain(`request /forums/${space.slug}/members`);
  const writer = await aMember();
  await joinSpace(writer, space.id);
  const post = await postReply(writer, aReply(thread.id));
  const hiding = {
    threadId: thread.id,
    id: post.id,
    category: 'other',
    reason: 'It names a patient.'
  } as const;
  const { actId } = await hidePost(moderator, hiding);
  expect(await told(writer)).toEqual([`moderated /moderation/acts/${actId}`]);
});

test('who is invited into a restricted forum is told without its name; those of the organisation too', async () => {
  const space = await aSpace({ visibility: 'restricted', title: 'Secret circle' });
  const ministry = await anOrganisation();
  const [person, delegate] = [await aMember(), await aMember({ organisation: ministry })];
  const inviter = await aMember({ administrator: true });
  for (const whom of [{ personId: person.personId }, { organisationId: ministry }]) {
    const id = newId();
    await db.insert(spaceInvitations).values({
      ...whom,
      id,
      spaceId: space.id,
      kind: 'personId' in whom ? 'person' : 'organisation',
      role: 'member',
      invitedBy: inviter.personId,
      createdAt: new Date(),
      expiresAt: new Date(Date.now() + 1e9)
    });
    await atomic((tx) =>
      appendEntry(tx, {
        action: 'space.invited',
        actor: { ...inviter, capacity: 'personal', organisationId: null },
        object: { kind: 'invitation', id },
        spaceId: space.id
      })
    );
  }
  expect(await told(person)).toEqual(['invited /forums']);
  expect(await told(delegate)).toEqual(['invited /forums']);
  expect(JSON.stringify(await listNotifications(person, { unreadOnly: true }))).not.toContain('Secret');
});

test('a text that waits is told to its organisation’s focal points, and to nobody else', async () => {
  const { space, thread, moderator } = await aThread();
  const ministry = await anOrganisation();
  const [writer, focal] = [
    await aMember({ organisation: ministry }),
    await aMember({ organisation: ministry, mandate: 'none' })
  ];
  await db.insert(focalPoints).values({
    organisationId: ministry,
    personId: focal.personId,
    namedBy: writer.personId,
    createdAt: new Date()
  });
  const id = newId();
  await db.insert(pendingPosts).values({
    id,
    spaceId: space.id,
    threadId: thread.id,
    subject: null,
    input: {},
    body: 'Waiting words',
    lang: 'en',
    dir: 'ltr',
    personId: writer.personId,
    personName: writer.name,
    capacity: 'organisation',
    organisationId: ministry,
    reason: 'clearance',
    revision: 0,
    createdAt: new Date()
  });
  await atomic((tx) =>
    appendEntry(tx, {
      action: 'post.held',
      actor: { ...writer, capacity: 'organisation', organisationId: ministry },
      object: { kind: 'pending', id },
      detail: { reason: 'clearance' }
    })
  );
  expect(await told(focal)).toEqual([`clearance /waiting/${id}`]);
  expect(await told(writer)).toEqual([]);
  expect(await told(moderator)).toEqual([]);
});

test('each reason has its sentence in every language', () => {
  for (const kind of kinds)
    for (const locale of ['en', 'fr', 'ar'] as const) expect(kindSentence(kind, 'X', locale)).toBeTruthy();
  expect(m.following_title({}, { locale: 'ar' })).not.toBe(m.following_title({}, { locale: 'en' }));
});
