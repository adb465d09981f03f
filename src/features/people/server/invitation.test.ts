import { and, eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { aMember, anOrganisation } from '#tests/world.ts';
import { mailsTo } from '#tests/mailbox.ts';
import { guest, type Actor, type Mandate, type Member } from '../people.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { createFirstInvitation } from './create-first-invitation.ts';
import { invitePerson } from './invite-person.ts';
import { joinByInvitation } from './join-by-invitation.ts';
import { listInvitations } from './list-invitations.ts';
import { readActor } from './read-actor.ts';
import { readInvitation } from './read-invitation.ts';
import { administrators, affiliations, invitations } from './tables.ts';
import { readOwnProfile } from './read-own-profile.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

const at = () => ({ address: newId(), userAgent: null, locale: 'en', timezone: 'UTC' });
const answers = { name: 'Awa Ndiaye', password: 'a long sentence of hers', title: 'Adviser', country: 'SN' };
const inventedAddress = () => `${newId()}@test.palabre.example`;

async function linkFor(
  actor: Actor,
  to: { email?: string; organisationId?: string; mandate?: Mandate; administrator?: boolean }
) {
  const email = to.email ?? inventedAddress();
  await invitePerson(
    actor,
    {
      email,
      organisationId: to.organisationId,
      mandate: to.mandate ?? 'none',
      administrator: to.administrator ? true : undefined
    },
    'en'
  );
  const mail = await vi.waitFor(async () => {
    const mails = await mailsTo(email);
    expect(mails.length).toBeGreaterThan(0);
    return mails[0];
  });
  return { email, token: /invitation\/([\w-]+)/.exec(mail)![1] };
}

test('an invited person joins with the mandate they were given, and it is kept who gave it', async () => {
  const ministry = await anOrganisation();
  const signatory = await aMember({ organisation: ministry, mandate: 'sign' });
  const { token } = await linkFor(signatory, { organisationId: ministry, mandate: 'negotiate' });
  const started = await acceptInvitation({ ...answers, token }, at());
  const joined = (await readActor(started.token)) as Member;
  expect(joined.capacities).toMatchObject([{ value: ministry, mandate: 'negotiate' }]);
  const [place] = await db.select().from(affiliations).where(eq(affiliations.personId, joined.personId));
  expect(place).toMatchObject({ mandateGrantedBy: signatory.personId, title: 'Adviser', endsAt: null });
});

test('an invitation works once', async () => {
  const admin = await aMember({ administrator: true });
  const { token } = await linkFor(admin, {});
  await acceptInvitation({ ...answers, token }, at());
  await expect(acceptInvitation({ ...answers, token }, at())).rejects.toMatchObject({ reason: 'link-ended' });
});

test('of two who accept the first administrator’s link at once, one becomes it', async () => {
  await db.delete(administrators);
  const link = await createFirstInvitation();
  const token = link!.split('/').pop()!;
  const outcomes = await Promise.allSettled(
    [1, 2].map(() => acceptInvitation({ ...answers, email: inventedAddress(), token }, at()))
  );
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const first = outcomes.find(({ status }) => status === 'fulfilled') as PromiseFulfilledResult<{
    token: string;
  }>;
  expect(await readActor(first.value.token)).toMatchObject({ administrator: true });
});

test('a house with an administrator prints no link to become one', async () => {
  await aMember({ administrator: true });
  expect(await createFirstInvitation()).toBeNull();
});

test('a new first link ends the one printed before', async () => {
  await db.delete(administrators);
  const before = (await createFirstInvitation())!.split('/').pop()!;
  const now = (await createFirstInvitation())!.split('/').pop()!;
  await expect(readInvitation(before)).rejects.toMatchObject({ reason: 'link-ended' });
  expect(await readInvitation(now)).toMatchObject({ role: 'administrator', email: null });
});

test('an invitation expires after its days, and one that was withdrawn is over', async () => {
  const admin = await aMember({ administrator: true });
  const { email, token } = await linkFor(admin, {});
  expect(await readInvitation(token)).toMatchObject({ email, role: 'member', hasAccount: false });
  await expect(readInvitation(token, new Date(Date.now() + 15 * 86_400_000))).rejects.toMatchObject({
    reason: 'link-ended'
  });
  const open = (await listInvitations(admin)).find((one) => one.email === email)!;
  expect(open.id).not.toContain(token);
  await withdrawInvitation(admin, { id: open.id });
  await expect(acceptInvitation({ ...answers, token }, at())).rejects.toMatchObject({ reason: 'link-ended' });
});

test('nobody can grant more than they hold, or for another organisation', async () => {
  const [ministry, other] = [await anOrganisation(), await anOrganisation()];
  const email = inventedAddress();
  for (const mandate of ['none', 'speak', 'negotiate'] as const) {
    const delegate = await aMember({ organisation: ministry, mandate });
    await expect(
      invitePerson(
        delegate,
        { email, organisationId: ministry, mandate: 'speak', administrator: undefined },
        'en'
      )
    ).rejects.toMatchObject({ reason: 'may-not-grant' });
  }
  const signatory = await aMember({ organisation: ministry, mandate: 'sign' });
  for (const to of [{ organisationId: other }, {}, { organisationId: ministry, administrator: true }])
    await expect(linkFor(signatory, { email, mandate: 'speak', ...to })).rejects.toMatchObject({
      reason: 'may-not-grant'
    });
  await expect(linkFor(guest, { email })).rejects.toMatchObject({ code: 'not-signed-in' });
  expect(await db.select().from(invitations).where(eq(invitations.email, email))).toEqual([]);
});

test('an invitation is worth nothing once its inviter has lost the mandate', async () => {
  const ministry = await anOrganisation();
  const signatory = await aMember({ organisation: ministry, mandate: 'sign' });
  const { token } = await linkFor(signatory, { organisationId: ministry, mandate: 'sign' });
  await db
    .update(affiliations)
    .set({ endsAt: new Date() })
    .where(eq(affiliations.personId, signatory.personId));
  await expect(acceptInvitation({ ...answers, token }, at())).rejects.toMatchObject({ reason: 'link-ended' });
});

test('an invited person gets the account of the address invited, whatever address the form says', async () => {
  const admin = await aMember({ administrator: true });
  const { email, token } = await linkFor(admin, {});
  const { token: signedIn } = await acceptInvitation({ ...answers, email: inventedAddress(), token }, at());
  expect(await readOwnProfile(await readActor(signedIn))).toMatchObject({ email });
});

test('who has an account takes a place by accepting; someone else cannot take it for them', async () => {
  const ministry = await anOrganisation();
  const admin = await aMember({ administrator: true });
  const email = inventedAddress();
  const invited = await aMember({ email });
  const stranger = await aMember();
  const { token } = await linkFor(admin, { email, organisationId: ministry, mandate: 'speak' });
  await expect(acceptInvitation({ ...answers, token }, at())).rejects.toMatchObject({
    code: 'conflict',
    reason: 'account-exists'
  });
  await expect(joinByInvitation(stranger, { token })).rejects.toMatchObject({
    reason: 'invitation-for-another'
  });
  await joinByInvitation(invited, { token });
  expect(await readActor(invited.token)).toMatchObject({
    capacities: [{ value: ministry, mandate: 'speak' }]
  });
  await expect(joinByInvitation(invited, { token })).rejects.toMatchObject({ reason: 'link-ended' });
  const places = await db
    .select()
    .from(affiliations)
    .where(and(eq(affiliations.personId, invited.personId), eq(affiliations.organisationId, ministry)));
  expect(places).toHaveLength(1);
});

test('only administrators see who was invited', async () => {
  await expect(listInvitations(await aMember())).rejects.toMatchObject({ code: 'not-found' });
  await expect(withdrawInvitation(await aMember(), { id: 'x' })).rejects.toMatchObject({ code: 'not-found' });
});
