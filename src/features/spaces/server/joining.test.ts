import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { auditEntries } from '#features/audit/server/tables.ts';
import { guest, type Actor } from '#features/people/people.ts';
import { db } from '#lib/server/db.ts';
import { aMember, aSpace, joinSpace as place } from '#tests/world.ts';
import { askingForm, declineForm, newSpaceForm } from '../inputs.ts';
import type { Joining, SpaceView, Visibility } from '../spaces.ts';
import { acceptRules } from './accept-rules.ts';
import { askToJoin } from './ask-to-join.ts';
import { decideRequest } from './decide-request.ts';
import { joinSpace } from './join-space.ts';
import { listRequests, readOwnRequest } from './list-requests.ts';
import { mayContribute, mayDecide } from './may.ts';
import { readSpace } from './read-space.ts';
import { readSpaceTexts } from './read-space-texts.ts';
import { removeMember } from './remove-member.ts';
import { spaces } from './tables.ts';
import { writeSpaceText } from './write-space-text.ts';

async function aSpaceWith(joining: Joining, visibility: Visibility = 'public') {
  const { id: spaceId } = await aSpace({ visibility });
  await db.update(spaces).set({ joining }).where(eq(spaces.id, spaceId));
  const moderator = await aMember();
  await place(moderator, spaceId, 'moderator');
  return { spaceId, moderator };
}
const facts = async (spaceId: string) =>
  (
    await db
      .select({ action: auditEntries.action })
      .from(auditEntries)
      .where(eq(auditEntries.spaceId, spaceId))
      .orderBy(auditEntries.seq)
  ).map(({ action }) => action);

test('an applicant asks, sees that it waits, and is in once a moderator accepts', async () => {
  const { spaceId, moderator } = await aSpaceWith('request');
  const applicant = await aMember();
  await expect(joinSpace(applicant, { spaceId })).rejects.toMatchObject({ reason: 'joining-on-request' });
  await askToJoin(applicant, { spaceId, message: 'I run the district office.' });
  await askToJoin(applicant, { spaceId, message: 'Twice is once.' });
  const requests = await listRequests(moderator, spaceId);
  expect(requests).toMatchObject([
    { message: 'I run the district office.', outcome: null, person: { id: applicant.personId } }
  ]);
  expect(await readOwnRequest(applicant, spaceId)).toMatchObject({ outcome: null });
  await decideRequest(moderator, { requestId: requests[0].id, outcome: 'accepted' });
  expect(await readSpace(applicant, { id: spaceId })).toMatchObject({ role: 'member' });
  await expect(
    decideRequest(moderator, { requestId: requests[0].id, outcome: 'declined', reason: 'Late' })
  ).rejects.toMatchObject({ reason: 'request-decided' });
  expect((await facts(spaceId)).slice(-2)).toEqual(['space.requested', 'space.request-accepted']);
});

test('an applicant reads why they were declined, and may ask again', async () => {
  const { spaceId, moderator } = await aSpaceWith('request');
  const applicant = await aMember();
  await askToJoin(applicant, { spaceId, message: '' });
  const [{ id: requestId }] = await listRequests(moderator, spaceId);
  await decideRequest(moderator, {
    requestId,
    outcome: 'declined',
    reason: 'For ministries of five countries.'
  });
  expect(await readOwnRequest(applicant, spaceId)).toMatchObject({
    outcome: 'declined',
    reason: 'For ministries of five countries.'
  });
  expect((await readSpace(applicant, { id: spaceId })).role).toBeNull();
  await askToJoin(applicant, { spaceId, message: 'I moved to one.' });
  expect(await readOwnRequest(applicant, spaceId)).toMatchObject({ outcome: null });
});

test('a request is decided by moderators alone, read by them alone, and taken back by its author alone', async () => {
  const { spaceId, moderator } = await aSpaceWith('request');
  const [applicant, member, stranger] = [await aMember(), await aMember(), await aMember()];
  await place(member, spaceId);
  await askToJoin(applicant, { spaceId, message: 'Please' });
  const [{ id: requestId }] = await listRequests(moderator, spaceId);
  for (const one of [member, stranger]) {
    await expect(listRequests(one, spaceId)).rejects.toMatchObject({ code: 'not-allowed' });
    for (const outcome of ['accepted', 'declined', 'withdrawn'] as const)
      await expect(decideRequest(one, { requestId, outcome })).rejects.toMatchObject({ code: 'not-found' });
  }
  await expect(decideRequest(applicant, { requestId, outcome: 'accepted' })).rejects.toMatchObject({
    code: 'not-allowed'
  });
  await expect(decideRequest(moderator, { requestId, outcome: 'withdrawn' })).rejects.toMatchObject({
    code: 'not-allowed'
  });
  await decideRequest(applicant, { requestId, outcome: 'withdrawn' });
  expect(await readOwnRequest(applicant, spaceId)).toMatchObject({ outcome: 'withdrawn' });
});

test('into a space by invitation nobody asks, into an open one nobody needs to, and a restricted one is not there', async () => {
  const stranger = await aMember();
  const ask = async (joining: Joining, visibility?: Visibility) =>
    askToJoin(stranger, { spaceId: (await aSpaceWith(joining, visibility)).spaceId, message: '' });
  await expect(ask('invitation')).rejects.toMatchObject({ reason: 'joining-by-invitation' });
  await expect(ask('open')).rejects.toMatchObject({ reason: 'joining-is-open' });
  for (const joining of ['open', 'request', 'invitation'] as const)
    await expect(ask(joining, 'restricted')).rejects.toMatchObject({ code: 'not-found' });
  const { spaceId } = await aSpaceWith('request');
  await expect(askToJoin(guest, { spaceId, message: '' })).rejects.toMatchObject({ code: 'not-signed-in' });
});

test('who joins accepts the house rules as they are now, not those of before', async () => {
  const { spaceId, moderator } = await aSpaceWith('open');
  const rules = (number: number, en: string) =>
    writeSpaceText(moderator, { spaceId, kind: 'rules', number, texts: { en } });
  await rules(0, 'Be brief.');
  const newcomer = await aMember();
  await expect(joinSpace(newcomer, { spaceId })).rejects.toMatchObject({ reason: 'rules-not-accepted' });
  await rules(1, 'Be brief and kind.');
  await expect(joinSpace(newcomer, { spaceId, rules: 1 })).rejects.toMatchObject({
    reason: 'rules-not-accepted'
  });
  await joinSpace(newcomer, { spaceId, rules: 2 });
  await rules(2, 'Be brief, kind and on time.');
  await expect(acceptRules(newcomer, { spaceId, rules: 2 })).rejects.toMatchObject({
    reason: 'rules-not-accepted'
  });
  await acceptRules(newcomer, { spaceId, rules: 3 });
  expect((await readSpaceTexts(spaceId, 'en')).rules).toMatchObject({ number: 3, lang: 'en' });
  await rules(3, '');
  await expect(acceptRules(await aMember(), { spaceId, rules: 3 })).rejects.toMatchObject({
    code: 'not-allowed'
  });
});

test('whom a moderator removed comes back by a moderator only, not by the open door', async () => {
  const { spaceId, moderator } = await aSpaceWith('open');
  const member = await aMember();
  await joinSpace(member, { spaceId });
  await removeMember(moderator, { spaceId, personId: member.personId });
  await expect(joinSpace(member, { spaceId })).rejects.toMatchObject({ reason: 'removed-before' });
  await askToJoin(member, { spaceId, message: 'I am sorry.' });
  const [{ id: requestId }] = await listRequests(moderator, spaceId);
  await decideRequest(moderator, { requestId, outcome: 'accepted' });
  await removeMember(member, { spaceId, personId: member.personId });
  await joinSpace(member, { spaceId });
});

test('where one is let in only members speak; where joining is open everyone with an account does', async () => {
  const standing = async (actor: Actor, spaceId: string): Promise<[boolean, boolean]> => {
    const space: SpaceView = await readSpace(actor, { id: spaceId });
    return [mayContribute(actor, space), mayDecide(actor, space)];
  };
  const [open, closed] = [await aSpaceWith('open'), await aSpaceWith('request')];
  const [stranger, member, observer] = [await aMember(), await aMember(), await aMember()];
  for (const { spaceId } of [open, closed]) {
    await place(member, spaceId);
    await place(observer, spaceId, 'observer');
    expect(await standing(guest, spaceId)).toEqual([false, false]);
    expect(await standing(member, spaceId)).toEqual([true, true]);
    expect(await standing(observer, spaceId)).toEqual([false, false]);
  }
  expect(await standing(stranger, open.spaceId)).toEqual([true, true]);
  expect(await standing(stranger, closed.spaceId)).toEqual([false, false]);
  await db.update(spaces).set({ observersSpeak: true }).where(eq(spaces.id, closed.spaceId));
  expect(await standing(observer, closed.spaceId)).toEqual([true, false]);
});

test('what is typed into the forms is bounded: no endless text, no bytes, no refusal without a reason', async () => {
  const reasonOf = (schema: v.GenericSchema, input: unknown) =>
    v.safeParse(schema, input).issues?.[0].message;
  expect(reasonOf(askingForm, { message: 'x'.repeat(1001) })).toBe('too-long');
  expect(reasonOf(askingForm, { message: 'a\u0000b' })).toBe('not-text');
  expect(reasonOf(askingForm, { rules: 'many' })).toBeDefined();
  expect(reasonOf(declineForm, { requestId: crypto.randomUUID(), reason: '  ' })).toBe('reason-missing');
  expect(reasonOf(newSpaceForm, { titleFr: '' })).toBe('title-missing');
  expect(reasonOf(newSpaceForm, { titleFr: 'Cercle', kind: 'circle' })).toBe('circle-function');
  expect(reasonOf(newSpaceForm, { titleFr: 'Cercle', kind: 'club' })).toBeDefined();
  expect(reasonOf(newSpaceForm, { titleEn: 'x', countries: ['Senegal'] })).toBe('country');
  expect(
    reasonOf(newSpaceForm, { titleEn: 'x', countries: ['SN'], regions: ['AFR'], joining: 'request' })
  ).toBe(undefined);
});
