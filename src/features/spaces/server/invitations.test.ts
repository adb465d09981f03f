import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { endAffiliation } from '#features/people/server/end-affiliation.ts';
import { readActor } from '#features/people/server/read-actor.ts';
import { affiliations } from '#features/people/server/tables.ts';
import { listen, type Announcement } from '#lib/server/announce.ts';
import { db } from '#lib/server/db.ts';
import { aMember, anOrganisation, aSpace, joinSpace as place } from '#tests/world.ts';
import { declineInvitation } from './decline-invitation.ts';
import { endLostPlaces } from './end-lost-places.ts';
import { enterByInvitation } from './enter-by-invitation.ts';
import { inviteToSpace } from './invite-to-space.ts';
import { listInvitations } from './list-invitations.ts';
import { listMembers } from './list-members.ts';
import { listOwnInvitations } from './list-own-invitations.ts';
import { readSpace } from './read-space.ts';
import { removeMember } from './remove-member.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';
import { writeSpaceText } from './write-space-text.ts';

type Someone = Awaited<ReturnType<typeof aMember>>;
const notFound = { code: 'not-found' };

async function aCircle() {
  const { id: spaceId, slug } = await aSpace({ visibility: 'restricted', title: 'A circle nobody hears of' });
  const moderator = await aMember();
  await place(moderator, spaceId, 'moderator');
  return { spaceId, slug, moderator };
}
const own = async (someone: Someone) =>
  (await listOwnInvitations(await readActor(someone.token), 'en')).map(({ id }) => id);
const reads = (someone: Someone, spaceId: string) =>
  readActor(someone.token)
    .then((actor) => readSpace(actor, { id: spaceId }))
    .then(
      ({ role }) => role,
      () => 'not found'
    );
const affiliationOf = async (someone: Someone, organisationId: string) =>
  (await db.select().from(affiliations).where(eq(affiliations.personId, someone.personId))).find(
    (one) => one.organisationId === organisationId
  )!.id;

test('an invited person reads what a restricted circle is about, accepts its rules and is in; a stranger hears nothing', async () => {
  const { spaceId, moderator } = await aCircle();
  await writeSpaceText(moderator, {
    spaceId,
    kind: 'rules',
    number: 0,
    texts: { en: 'What is said here stays here.' }
  });
  const [invited, stranger] = [await aMember({ email: 'invited@circle.example' }), await aMember()];
  const { id } = await inviteToSpace(moderator, spaceId, {
    kind: 'person',
    email: 'invited@circle.example',
    role: 'observer'
  });
  const [invitation] = await listOwnInvitations(invited, 'en');
  expect(invitation).toMatchObject({
    id,
    space: { titles: { en: 'A circle nobody hears of' } },
    rules: { number: 1, html: '<p>What is said here stays here.</p>\n' }
  });
  expect(await own(stranger)).toEqual([]);
  expect(await reads(invited, spaceId)).toBe('not found');
  for (const answer of [enterByInvitation, declineInvitation, withdrawInvitation])
    await expect(answer(stranger, { invitationId: id })).rejects.toMatchObject(notFound);
  await expect(enterByInvitation(invited, { invitationId: id })).rejects.toMatchObject({
    reason: 'rules-not-accepted'
  });
  await enterByInvitation(invited, { invitationId: id, rules: 1 });
  expect(await reads(invited, spaceId)).toBe('observer');
  expect(await own(invited)).toEqual([]);
  expect(await listInvitations(moderator, spaceId)).toMatchObject([{ id, state: 'accepted' }]);
});

test('an organisation is invited: whoever may act for it comes in for it, and goes when the mandate ends', async () => {
  const { spaceId, moderator } = await aCircle();
  const organisation = await anOrganisation();
  const [delegate, colleague] = [await aMember({ organisation }), await aMember({ organisation })];
  const clerk = await aMember({ organisation, mandate: 'none' });
  const { id } = await inviteToSpace(moderator, spaceId, {
    kind: 'organisation',
    organisationId: organisation,
    role: 'member'
  });
  expect(await own(clerk)).toEqual([]);
  await enterByInvitation(delegate, { invitationId: id });
  expect(await own(colleague)).toEqual([id]);
  await enterByInvitation(colleague, { invitationId: id });
  expect(await listMembers(moderator, spaceId)).toContainEqual(
    expect.objectContaining({ personId: colleague.personId, through: true, role: 'member' })
  );
  await expect(enterByInvitation(clerk, { invitationId: id })).rejects.toMatchObject(notFound);

  const heard: Announcement[] = [];
  listen('invitations-test', (fact) => void heard.push(fact));
  await endAffiliation(delegate, { affiliationId: await affiliationOf(delegate, organisation) });
  expect(await reads(delegate, spaceId)).toBe('not found');
  await endLostPlaces(delegate.personId);
  expect(heard).toContainEqual(
    expect.objectContaining({ name: 'space.left', payload: { spaceId, personId: delegate.personId } })
  );
  await db.insert(affiliations).values({
    id: crypto.randomUUID(),
    personId: delegate.personId,
    organisationId: organisation,
    mandate: 'speak',
    startsAt: new Date(0),
    createdAt: new Date()
  });
  expect(await reads(delegate, spaceId)).toBe('not found');
  expect(await reads(colleague, spaceId)).toBe('member');
});

test('the places that were lost while the house was closed end when it opens; the others stay', async () => {
  const { spaceId, moderator } = await aCircle();
  const organisation = await anOrganisation();
  const [gone, there] = [await aMember({ organisation }), await aMember({ organisation })];
  const { id } = await inviteToSpace(moderator, spaceId, {
    kind: 'organisation',
    organisationId: organisation,
    role: 'member'
  });
  for (const one of [gone, there]) await enterByInvitation(one, { invitationId: id });
  await db.update(affiliations).set({ mandate: 'none' }).where(eq(affiliations.personId, gone.personId));
  await endLostPlaces();
  const members = (await listMembers(moderator, spaceId)).map(({ personId }) => personId);
  expect(members).toContain(there.personId);
  expect(members).toContain(moderator.personId);
  expect(members).not.toContain(gone.personId);
});

test('a delegation is accepted by who may speak for a ministry of the country; then its organisations may come', async () => {
  const { spaceId, moderator } = await aCircle();
  const ministry = await anOrganisation({ country: 'MZ' });
  const school = await anOrganisation({ country: 'MZ', kind: 'academia' });
  const elsewhere = await anOrganisation({ country: 'ZA' });
  const [minister, teacher, neighbour] = [
    await aMember({ organisation: ministry }),
    await aMember({ organisation: school }),
    await aMember({ organisation: elsewhere, country: 'MZ' })
  ];
  const { id } = await inviteToSpace(moderator, spaceId, { kind: 'country', country: 'MZ', role: 'member' });
  expect([await own(minister), await own(teacher), await own(neighbour)]).toEqual([[id], [], []]);
  await expect(enterByInvitation(teacher, { invitationId: id })).rejects.toMatchObject(notFound);
  await expect(declineInvitation(teacher, { invitationId: id })).rejects.toMatchObject(notFound);
  await enterByInvitation(minister, { invitationId: id });
  expect([await own(minister), await own(teacher), await own(neighbour)]).toEqual([[], [id], []]);
  await enterByInvitation(teacher, { invitationId: id });
  await expect(enterByInvitation(neighbour, { invitationId: id })).rejects.toMatchObject(notFound);
  expect(await listMembers(moderator, spaceId, { country: 'MZ' })).toHaveLength(2);
});

test('a moderator who takes an invitation back closes the door; who came in stays', async () => {
  const { spaceId, moderator } = await aCircle();
  const organisation = await anOrganisation();
  const [delegate, late] = [await aMember({ organisation }), await aMember({ organisation })];
  const { id } = await inviteToSpace(moderator, spaceId, {
    kind: 'organisation',
    organisationId: organisation,
    role: 'member'
  });
  await enterByInvitation(delegate, { invitationId: id });
  await expect(withdrawInvitation(delegate, { invitationId: id })).rejects.toMatchObject(notFound);
  await withdrawInvitation(moderator, { invitationId: id });
  await withdrawInvitation(moderator, { invitationId: id });
  expect(await own(late)).toEqual([]);
  await expect(enterByInvitation(late, { invitationId: id })).rejects.toMatchObject({
    reason: 'invitation-ended'
  });
  expect(await reads(delegate, spaceId)).toBe('member');
});

test('whom a moderator removed does not come back through the organisation’s door, but by an invitation of their own', async () => {
  const { spaceId, moderator } = await aCircle();
  const organisation = await anOrganisation();
  const delegate = await aMember({ organisation, email: 'removed@circle.example' });
  const door = await inviteToSpace(moderator, spaceId, {
    kind: 'organisation',
    organisationId: organisation,
    role: 'member'
  });
  await enterByInvitation(delegate, { invitationId: door.id });
  await removeMember(moderator, { spaceId, personId: delegate.personId });
  expect(await own(delegate)).toEqual([]);
  await expect(enterByInvitation(delegate, { invitationId: door.id })).rejects.toMatchObject({
    reason: 'removed-before'
  });
  const { id } = await inviteToSpace(moderator, spaceId, {
    kind: 'person',
    email: 'removed@circle.example',
    role: 'member'
  });
  await enterByInvitation(delegate, { invitationId: id });
  expect(await reads(delegate, spaceId)).toBe('member');
});

test('an invitation that is old, declined or answered is over, and inviting again makes a new one', async () => {
  const { spaceId, moderator } = await aCircle();
  const invited = await aMember({ email: 'late@circle.example' });
  const invite = (now?: Date) =>
    inviteToSpace(moderator, spaceId, { kind: 'person', email: 'late@circle.example', role: 'member' }, now);
  const old = await invite(new Date(Date.now() - 31 * 86_400_000));
  expect(await own(invited)).toEqual([]);
  await expect(enterByInvitation(invited, { invitationId: old.id })).rejects.toMatchObject({
    reason: 'invitation-ended'
  });
  const second = await invite();
  expect(await invite()).toEqual(second);
  expect(await own(invited)).toEqual([second.id]);
  await declineInvitation(invited, { invitationId: second.id });
  await expect(enterByInvitation(invited, { invitationId: second.id })).rejects.toMatchObject({
    reason: 'invitation-ended'
  });
  expect((await listInvitations(moderator, spaceId)).map(({ state }) => state)).toEqual([
    'declined',
    'expired'
  ]);
});

test('only moderators invite and see who was; someone unknown is invited by who may let people into the house', async () => {
  const { spaceId, moderator } = await aCircle();
  const [member, stranger] = [await aMember({ email: 'in@circle.example' }), await aMember()];
  await place(member, spaceId);
  const invite = (by: Someone, email: string) =>
    inviteToSpace(by, spaceId, { kind: 'person', email, role: 'member' });
  await expect(invite(member, 'x@circle.example')).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(invite(stranger, 'x@circle.example')).rejects.toMatchObject(notFound);
  await expect(listInvitations(member, spaceId)).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(listInvitations(stranger, spaceId)).rejects.toMatchObject(notFound);
  await expect(invite(moderator, 'nobody@circle.example')).rejects.toMatchObject({
    reason: 'person-unknown'
  });
  await expect(invite(moderator, 'in@circle.example')).rejects.toMatchObject({ reason: 'already-member' });
  await expect(
    inviteToSpace(moderator, spaceId, {
      kind: 'organisation',
      organisationId: crypto.randomUUID(),
      role: 'member'
    })
  ).rejects.toMatchObject({ reason: 'organisation-missing' });
  await expect(
    inviteToSpace(moderator, spaceId, { kind: 'country', country: 'XX', role: 'member' })
  ).rejects.toMatchObject({ reason: 'country' });
  const administrator = await aMember({ administrator: true });
  expect(await invite(administrator, 'nobody@circle.example')).toMatchObject({ isNew: true });
  const newcomer = await aMember({ email: 'nobody@circle.example' });
  expect(await own(newcomer)).toHaveLength(1);
});
