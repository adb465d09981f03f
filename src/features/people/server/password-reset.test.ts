import { eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { aMember } from '#tests/world.ts';
import { linksIn, mailsTo } from '#tests/mailbox.ts';
import { changePassword } from './change-password.ts';
import { hashPassword } from './passwords.ts';
import { readActor } from './read-actor.ts';
import { requestPasswordReset } from './request-password-reset.ts';
import { resetPassword } from './reset-password.ts';
import { signIn } from './sign-in.ts';
import { startSignIn } from './start-sign-in.ts';
import { passwordResets, persons } from './tables.ts';

const minute = 60_000;
const from = () => ({ address: newId(), locale: 'en' });
const at = () => ({ address: newId(), userAgent: null });

async function someoneWhoAsked() {
  const email = `${newId()}@test.palabre.example`;
  const member = await aMember({ email });
  await requestPasswordReset({ email }, from());
  const [mail] = await vi.waitFor(async () => {
    const mails = await mailsTo(email);
    expect(mails).toHaveLength(1);
    return mails;
  });
  const token = /password-reset\/([\w-]+)/.exec(mail)![1];
  return { ...member, email, token: member.token, link: token, mail };
}

test('who forgot their password chooses a new one by mail; it ends every sign-in', async () => {
  const person = await someoneWhoAsked();
  await resetPassword({ token: person.link, password: 'a new sentence of mine' });
  expect((await readActor(person.token)).kind).toBe('guest');
  await signIn({ email: person.email, password: 'a new sentence of mine' }, at());
});

test('a reset link works once', async () => {
  const person = await someoneWhoAsked();
  await resetPassword({ token: person.link, password: 'a new sentence of mine' });
  await expect(resetPassword({ token: person.link, password: 'a thief of old mails' })).rejects.toMatchObject(
    { reason: 'link-ended' }
  );
  await signIn({ email: person.email, password: 'a new sentence of mine' }, at());
});

test('of two who use a reset link at the same moment one is refused', async () => {
  const person = await someoneWhoAsked();
  const outcomes = await Promise.allSettled(
    ['first sentence of two', 'second sentence of two'].map((password) =>
      resetPassword({ token: person.link, password })
    )
  );
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a reset link ends after an hour', async () => {
  const person = await someoneWhoAsked();
  await expect(
    resetPassword(
      { token: person.link, password: 'a new sentence of mine' },
      new Date(Date.now() + 61 * minute)
    )
  ).rejects.toMatchObject({ reason: 'link-ended' });
  await expect(
    resetPassword({ token: 'invented', password: 'a new sentence of mine' })
  ).rejects.toMatchObject({ reason: 'link-ended' });
});

test('an earlier link ends with the one that was used', async () => {
  const person = await someoneWhoAsked();
  await requestPasswordReset({ email: person.email }, from());
  const second = await vi.waitFor(async () => {
    const mails = await mailsTo(person.email);
    expect(mails).toHaveLength(2);
    return mails
      .map((mail) => /password-reset\/([\w-]+)/.exec(mail)![1])
      .find((token) => token !== person.link)!;
  });
  await resetPassword({ token: second, password: 'a new sentence of mine' });
  await expect(resetPassword({ token: person.link, password: 'another sentence' })).rejects.toMatchObject({
    reason: 'link-ended'
  });
});

test('who reads the database finds no link to reset with', async () => {
  const person = await someoneWhoAsked();
  const stored = JSON.stringify(
    await db.select().from(passwordResets).where(eq(passwordResets.personId, person.personId))
  );
  expect(stored).not.toContain(person.link);
});

test('a stranger learns nothing by asking for an address that has no account, and no mail is written', async () => {
  const email = `${newId()}@nowhere.example`;
  await expect(requestPasswordReset({ email }, from())).resolves.toBeUndefined();
  await new Promise((later) => setTimeout(later, 200));
  expect(await mailsTo(email)).toEqual([]);
});

test('nobody floods a mailbox through us', async () => {
  const email = `${newId()}@nowhere.example`;
  for (let time = 0; time < 3; time++) await requestPasswordReset({ email }, from());
  await expect(requestPasswordReset({ email }, from())).rejects.toMatchObject({ code: 'too-many' });
});

test('the mail lands as a file that says where to go at our own address', async () => {
  const person = await someoneWhoAsked();
  expect(person.mail).toContain(`To: ${person.email}`);
  expect(linksIn(person.mail)[0]).toMatch(/^http:\/\/localhost:\d+\/password-reset\/[\w-]{43}$/);
});

test('who changes their password must know the current one, and their other sign-ins end', async () => {
  const person = await aMember();
  await db
    .update(persons)
    .set({ passwordHash: await hashPassword('the current sentence') })
    .where(eq(persons.id, person.personId));
  const other = await startSignIn(person.personId, null);
  await expect(
    changePassword(person, { current: 'a guess at it', password: 'the next sentence' })
  ).rejects.toMatchObject({ reason: 'wrong-password', field: 'current' });
  expect((await readActor(other.token)).kind).toBe('member');
  await changePassword(person, { current: 'the current sentence', password: 'the next sentence' });
  expect((await readActor(other.token)).kind).toBe('guest');
  expect((await readActor(person.token)).kind).toBe('member');
});
