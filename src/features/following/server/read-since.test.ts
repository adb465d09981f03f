import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { acceptAnswer } from '#features/forum/server/accept-answer.ts';
import { lockThread } from '#features/moderation/server/lock-thread.ts';
import { postReply } from '#features/forum/server/post-reply.ts';
import { startThread } from '#features/forum/server/start-thread.ts';
import { affiliations } from '#features/people/server/tables.ts';
import { removeMember } from '#features/spaces/server/remove-member.ts';
import { spaceMembers } from '#features/spaces/server/tables.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { aReply, aThread } from '#tests/forum-world.ts';
import { day, emptyOutbox, later, letOut, mailsOf, takeAll } from '#tests/post-office.ts';
import { aMember, anOrganisation, aSpace, joinSpace } from '#tests/world.ts';
import { sinceFrom, sinceParts } from '../since.ts';
import { countUnread } from './count-unread.ts';
import { listNotifications } from './list-notifications.ts';
import { visits } from './mail-tables.ts';
import { noteVisit } from './note-visit.ts';
import { readLeft } from './read-left.ts';
import { readSince } from './read-since.ts';

const minutes = (count: number) => new Date(Date.now() + count * 60_000);
const anHourAgo = () => minutes(-60);

test('who was away reads what was decided, what was asked of their country and where they were mentioned, linked', async () => {
  const space = await aSpace();
  const { thread, author, moderator } = await aThread({ space });
  const reader = await aMember({ country: 'TV' });
  await joinSpace(reader, space.id);
  const other = await aMember({ name: 'Kofi' });
  await postReply(other, aReply(thread.id, { body: 'What says [@Tuvalu](/countries/TV)?' }));
  await postReply(other, aReply(thread.id, { body: `And [@you](/people/${reader.personId})?` }));
  const { id } = await startThread(author, {
    spaceId: space.id,
    postId: newId(),
    title: 'Which fee?',
    body: 'We ask.',
    capacity: 'personal',
    purpose: 'question'
  });
  const answer = await postReply(other, aReply(id, { body: 'None.' }));
  await acceptAnswer(author, { threadId: id, postId: answer.id });
  await lockThread(moderator, { threadId: thread.id, reason: 'Enough.' });
  await takeAll();
  const { parts } = await readSince(reader, anHourAgo());
  expect(parts.decisions.map(({ kind, title }) => `${kind}: ${title}`)).toEqual([
    'closed: What brought nurses back?',
    'accepted: Which fee?'
  ]);
  expect(parts.decisions[1].href).toBe(`/threads/${id}?post=2#post-2`);
  expect(parts.country.map(({ href }) => href)).toEqual([`/threads/${thread.id}?post=2#post-2`]);
  expect(parts.mentions.map(({ kind }) => kind)).toContain('mention');
  expect((await readSince(reader, minutes(1))).parts).toEqual({
    decisions: [],
    entries: [],
    country: [],
    mentions: []
  });
});

test('of a forum that is closed to someone, or that they lost, nothing is told', async () => {
  const space = await aSpace({ visibility: 'restricted' });
  const { thread, moderator } = await aThread({ space });
  const [insider, stranger] = [await aMember({ country: 'NR' }), await aMember({ country: 'NR' })];
  await joinSpace(insider, space.id);
  await postReply(
    moderator,
    aReply(thread.id, { body: `[@Nauru](/countries/NR) and [@s](/people/${stranger.personId})` })
  );
  await lockThread(moderator, { threadId: thread.id, reason: 'Enough.' });
  await takeAll();
  const told = async (who: typeof insider) => {
    const { parts } = await readSince(who, anHourAgo());
    return sinceParts.reduce((sum, part) => sum + parts[part].length, 0);
  };
  expect(await told(insider)).toBe(2);
  expect(await told(stranger)).toBe(0);
  await removeMember(await aMember({ administrator: true }), {
    spaceId: space.id,
    personId: insider.personId
  });
  expect(await told(insider)).toBe(0);
});

test('whose place came with a mandate is told nothing from the moment that it ends', async () => {
  const space = await aSpace({ visibility: 'restricted' });
  const { thread, moderator } = await aThread({ space });
  const ministry = await anOrganisation();
  const delegate = await aMember({ organisation: ministry });
  await db.insert(spaceMembers).values({
    spaceId: space.id,
    personId: delegate.personId,
    role: 'member',
    through: ministry,
    createdAt: new Date(0)
  });
  await lockThread(moderator, { threadId: thread.id, reason: 'Enough.' });
  await takeAll();
  expect(await countUnread(delegate)).toBe(1);
  await db
    .update(affiliations)
    .set({ endsAt: new Date(1) })
    .where(eq(affiliations.personId, delegate.personId));
  const without = { ...delegate, capacities: [] };
  expect(await countUnread(without)).toBe(0);
  expect((await listNotifications(without, { unreadOnly: true })).groups).toEqual([]);
  await emptyOutbox();
});

test('a digest also tells what was decided meanwhile, each once', async () => {
  await emptyOutbox();
  const space = await aSpace();
  const { thread, author, moderator } = await aThread({ space });
  const second = await aThread({ space });
  await postReply(await aMember(), aReply(thread.id, { body: 'News.' }));
  await lockThread(moderator, { threadId: second.thread.id, reason: 'Enough.' });
  // The author belongs to the forum: both are among what they are told of, the closure once.
  await letOut(later(day));
  const [mail] = await mailsOf(author);
  expect(mail.text!.match(/The thread was closed/g)).toHaveLength(1);
  expect(mail.text).toContain('News.');
});

test('one has left when half an hour passed without one, and left for ever where one was never here', async () => {
  const member = await aMember();
  expect(await readLeft(member.personId)).toBeNull();
  expect((await readSince(member)).first).toBe(true);
  const noon = new Date('2026-03-01T12:00:00Z');
  const at = (minute: number) => new Date(noon.getTime() + minute * 60_000);
  await noteVisit(member, at(0));
  await noteVisit(member, at(20));
  expect(await readLeft(member.personId, at(40))).toBeNull();
  // Back after two hours: the visit before ended at 12:20, noted or not.
  expect(await readLeft(member.personId, at(140))).toEqual(at(20));
  await noteVisit(member, at(140));
  expect(await readLeft(member.personId, at(141))).toEqual(at(20));
  await noteVisit(member, at(150));
  expect(await readLeft(member.personId, at(151))).toEqual(at(20));
  expect(await db.select().from(visits).where(eq(visits.personId, member.personId))).toHaveLength(1);
});

test('the moment in an address is taken as it is meant, or not at all', () => {
  const now = new Date('2026-03-12T12:00:00Z');
  expect(sinceFrom('2026-03-01', now)?.toISOString()).toBe('2026-03-01T00:00:00.000Z');
  expect(sinceFrom('2026-03-01T10:30', now)?.toISOString()).toBe('2026-03-01T10:30:00.000Z');
  expect(sinceFrom('2026-03-01T10:30:00+02:00', now)?.toISOString()).toBe('2026-03-01T08:30:00.000Z');
  for (const odd of ['2027-01-01', 'yesterday', '2026-02-31x', '', null, "2026-03-01' or 1"])
    expect(sinceFrom(odd, now)).toBeNull();
});
