import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { aMember } from '#tests/world.ts';
import { limits } from '../people.ts';
import { signInCookie, signInCookieOptions } from './cookie.ts';
import { endSignIn } from './end-sign-in.ts';
import { listSignIns } from './list-sign-ins.ts';
import { hashPassword, passwordMatches } from './passwords.ts';
import { readActor } from './read-actor.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { startSignIn } from './start-sign-in.ts';
import { persons, signIns } from './tables.ts';
import { hashToken } from '#lib/server/tokens.ts';

const day = 86_400_000;
const password = 'a long sentence of mine';
const passwordHash = await hashPassword(password);

async function someone() {
  const email = `${newId()}@test.palabre.example`;
  const member = await aMember({ email });
  await db.update(persons).set({ passwordHash }).where(eq(persons.id, member.personId));
  return { ...member, email };
}
const from = (more: { replaces?: string; address?: string } = {}) => ({
  address: newId(),
  userAgent: 'a browser',
  ...more
});

test('a person signs in with their password and is known by the token', async () => {
  const person = await someone();
  const { token } = await signIn({ email: person.email, password }, from());
  expect(await readActor(token)).toMatchObject({ kind: 'member', personId: person.personId });
});

test('who reads the database finds no token to sign in with', async () => {
  const person = await someone();
  const { token } = await signIn({ email: person.email, password }, from());
  const stored = JSON.stringify(await db.select().from(signIns).where(eq(signIns.personId, person.personId)));
  expect(stored).toContain(hashToken(token));
  expect(stored).not.toContain(token);
  expect((await readActor(hashToken(token))).kind).toBe('guest');
});

test('a stranger cannot tell a wrong password from an unknown account', async () => {
  const person = await someone();
  const answers = await Promise.all(
    [person.email, `${newId()}@nowhere.example`].map((email) =>
      signIn({ email, password: 'something else' }, from()).catch((refusal: unknown) => refusal)
    )
  );
  expect(answers[0]).toMatchObject({ code: 'invalid', reason: 'wrong-sign-in', field: 'password' });
  expect(answers[1]).toEqual(answers[0]);
});

test('an unknown account costs as much as a wrong password: there is a decoy to check against', async () => {
  /** CPU of five checks, in microseconds: the work done, however busy the machine is. */
  const cost = async (stored: string | null) => {
    const before = process.cpuUsage();
    for (let n = 0; n < 5; n++) await passwordMatches(stored, 'something else');
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  await passwordMatches(null, 'makes the decoy');
  const [known, unknown] = [await cost(passwordHash), await cost(null)];
  expect(unknown).toBeGreaterThan(known / 4);
  expect(await passwordMatches(null, 'a password that nobody has')).toBe(false);
});

test('who guesses at one account is stopped, whatever address they come from', async () => {
  const person = await someone();
  for (let guess = 0; guess < 10; guess++)
    await expect(signIn({ email: person.email, password: `guess ${guess}` }, from())).rejects.toMatchObject({
      code: 'invalid'
    });
  await expect(signIn({ email: person.email, password }, from())).rejects.toMatchObject({ code: 'too-many' });
});

test('who guesses at many accounts from one address is stopped', async () => {
  const address = newId();
  for (let guess = 0; guess < 30; guess++)
    await expect(
      signIn({ email: `${newId()}@nowhere.example`, password: 'guess' }, from({ address }))
    ).rejects.toMatchObject({ code: 'invalid' });
  await expect(
    signIn({ email: `${newId()}@nowhere.example`, password: 'guess' }, from({ address }))
  ).rejects.toMatchObject({ code: 'too-many' });
});

test('a conference room behind one address signs in without being stopped', async () => {
  const address = newId();
  const person = await someone();
  for (let delegate = 0; delegate < 32; delegate++)
    await signIn({ email: person.email, password }, from({ address }));
});

test('a new sign-in ends the one that the browser had', async () => {
  const person = await someone();
  const { token } = await signIn({ email: person.email, password }, from({ replaces: person.token }));
  expect((await readActor(person.token)).kind).toBe('guest');
  expect((await readActor(token)).kind).toBe('member');
});

test('an expired sign-in is a guest', async () => {
  const person = await someone();
  const start = new Date();
  const { token } = await startSignIn(person.personId, null, start);
  expect((await readActor(token, new Date(start.getTime() + limits.signInDays * day - 1000))).kind).toBe(
    'member'
  );
  expect((await readActor(token, new Date(start.getTime() + limits.signInDays * day))).kind).toBe('guest');
});

test('a sign-in that is used lives on, and the cookie with it', async () => {
  const person = await someone();
  const start = new Date();
  const { token } = await startSignIn(person.personId, null, start);
  const renewed: Date[] = [];
  const visit = (days: number) =>
    readActor(token, new Date(start.getTime() + days * day), (expiresAt) => renewed.push(expiresAt));
  await visit(14);
  expect(renewed).toEqual([]);
  await visit(16);
  expect(renewed).toEqual([new Date(start.getTime() + (16 + limits.signInDays) * day)]);
  expect((await visit(40)).kind).toBe('member');
});

test('a person signs out here and stays signed in elsewhere; everywhere ends all', async () => {
  const person = await someone();
  const elsewhere = await startSignIn(person.personId, null);
  const third = await startSignIn(person.personId, null);
  await signOut(person, { everywhere: false });
  expect((await readActor(person.token)).kind).toBe('guest');
  const there = await readActor(elsewhere.token);
  expect(there.kind).toBe('member');
  await signOut(there, { everywhere: true });
  for (const { token } of [elsewhere, third]) expect((await readActor(token)).kind).toBe('guest');
});

test('a person sees their own sign-ins and ends one; another person cannot', async () => {
  const [person, stranger] = [await someone(), await someone()];
  const left = await startSignIn(person.personId, 'a machine left behind');
  const listed = await listSignIns(person);
  expect(listed.map(({ here }) => here).sort()).toEqual([false, true]);
  const { id } = listed.find(({ here }) => !here)!;
  await expect(endSignIn(stranger, { id })).rejects.toMatchObject({ code: 'not-found' });
  await endSignIn(person, { id });
  expect((await readActor(left.token)).kind).toBe('guest');
});

test('no script and no other site gets at the cookie', () => {
  const options = signInCookieOptions(true, new Date());
  expect(options).toMatchObject({ httpOnly: true, sameSite: 'lax', secure: true, path: '/' });
  expect(signInCookie(true)).toMatch(/^__Host-/);
  expect(signInCookieOptions(false, new Date()).secure).toBe(false);
});
