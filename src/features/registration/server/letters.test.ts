import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { persons } from '#features/people/server/tables.ts';
import type { Member } from '#features/people/people.ts';
import { cancelSession } from '#features/sessions/server/cancel-session.ts';
import { readSession } from '#features/sessions/server/read-session.ts';
import { reviseSession } from '#features/sessions/server/revise-session.ts';
import { aDelegate, aSession } from '#features/sessions/server/test-world.ts';
import { db } from '#lib/server/db.ts';
import { lettersTo } from '#tests/mailbox.ts';
import { joinSpace } from '#tests/world.ts';
import { inviteToSession } from './invite-to-session.ts';
import { registerForSession } from './register-for-session.ts';
import { remindDue } from './remind-due.ts';
import { sendLetters } from './send-letters.ts';

const hour = 3_600_000;
const addressOf = async (member: Member) => {
  const [{ email }] = await db.select().from(persons).where(eq(persons.id, member.personId));
  return email!;
};
/** The calendar entries that came to somebody's mailbox, oldest first. */
const entriesTo = async (address: string) =>
  (await lettersTo(address)).flatMap(({ attachments }) => {
    const file = attachments.find(({ mimeType }) => mimeType.startsWith('text/calendar'));
    if (!file) return [];
    const text =
      typeof file.content === 'string' ? file.content : Buffer.from(file.content as ArrayBuffer).toString();
    const field = (name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(text)?.[1].trim();
    return [{ method: field('METHOD'), uid: field('UID'), sequence: field('SEQUENCE') }];
  });

test('a delegate’s calendar gets the session, its new date and its end as one entry', async () => {
  const { id, chair, space } = await aSession();
  const senegal = await aDelegate('SN');
  await joinSpace(senegal, space.id);
  const address = await addressOf(senegal);
  await registerForSession(senegal, { session: id, capacity: senegal.actingAs });
  await sendLetters();
  const { session } = await readSession(chair, id);
  const { revision, startsAt, endsAt, timezone } = session;
  await reviseSession(chair, { session: id, revision, startsAt, endsAt, timezone, place: 'Dakar' });
  await sendLetters();
  await cancelSession(chair, { session: id, reason: 'A strike.' });
  await sendLetters();
  await sendLetters();
  const uid = `${id}@palabre`;
  expect(await entriesTo(address)).toEqual([
    { method: 'REQUEST', uid, sequence: '0' },
    { method: 'REQUEST', uid, sequence: '1' },
    { method: 'CANCEL', uid, sequence: '2' }
  ]);
  expect((await lettersTo(address)).at(-1)?.text).toContain('A strike.');
});

test('a letter that was overtaken by the next revision is not sent', async () => {
  const { id, chair, space } = await aSession();
  const senegal = await aDelegate('SN');
  await joinSpace(senegal, space.id);
  await registerForSession(senegal, { session: id, capacity: senegal.actingAs });
  const { session } = await readSession(chair, id);
  const plan = { session: id, startsAt: session.startsAt, endsAt: session.endsAt, timezone: 'UTC' };
  await reviseSession(chair, { ...plan, revision: 0, place: 'Dakar' });
  await reviseSession(chair, { ...plan, revision: 1, place: 'Abidjan' });
  await sendLetters();
  const letters = await lettersTo(await addressOf(senegal));
  expect(letters.filter(({ text }) => text?.includes('Dakar'))).toEqual([]);
  expect(letters.filter(({ text }) => text?.includes('Abidjan')).length).toBeGreaterThan(0);
});

test('those who speak for an invited country are written to; the link into the call stays with those who have a place', async () => {
  const { id, chair } = await aSession({ onlineLink: 'https://meet.example.org/secret' });
  const mali = await aDelegate('ML');
  const niger = await aDelegate('NE');
  await inviteToSession(chair, {
    session: id,
    subject: { kind: 'country', subject: 'ML' },
    capacity: 'personal'
  });
  await sendLetters();
  const [letter, ...more] = await lettersTo(await addressOf(mali));
  expect(more).toEqual([]);
  expect(letter.subject).toContain('Pooling purchases');
  expect(JSON.stringify(letter)).not.toContain('meet.example.org');
  expect(await lettersTo(await addressOf(niger))).toEqual([]);
});

test('a reminder is sent once, though the process died in between, and again only when the session moves', async () => {
  const at = new Date();
  const startsAt = new Date(at.getTime() + 48 * hour);
  const { id, chair, space } = await aSession({ reminders: [72, 24], startsAt });
  const early = await aDelegate('SN');
  const late = await aDelegate('ML');
  await joinSpace(early, space.id);
  await joinSpace(late, space.id);
  await registerForSession(early, { session: id, capacity: early.actingAs }, at);
  await sendLetters();
  const nextDay = new Date(at.getTime() + 25 * hour);
  await registerForSession(late, { session: id, capacity: late.actingAs }, nextDay);
  const [first, second] = [await addressOf(early), await addressOf(late)];
  const count = async (address: string) =>
    (await lettersTo(address)).filter(({ subject }) => subject?.startsWith('Reminder')).length;

  // Two processes look at the same time; then one is killed and looks again.
  await Promise.all([remindDue(nextDay), remindDue(nextDay)]);
  await Promise.all([sendLetters(() => nextDay), sendLetters(() => nextDay)]);
  await remindDue(nextDay);
  await sendLetters(() => nextDay);
  expect([await count(first), await count(second)]).toEqual([1, 0]);

  await reviseSession(chair, {
    session: id,
    revision: 0,
    startsAt: new Date(startsAt.getTime() + 48 * hour),
    endsAt: new Date(startsAt.getTime() + 49 * hour),
    timezone: 'UTC',
    reminders: [24]
  });
  const nextWeek = new Date(startsAt.getTime() + 30 * hour);
  await remindDue(nextWeek);
  await sendLetters(() => nextWeek);
  expect([await count(first), await count(second)]).toEqual([2, 1]);
});
