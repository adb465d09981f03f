import { afterEach, expect, test, vi } from 'vitest';
import { newId } from '#lib/id.ts';
import { settings } from '#lib/server/env.ts';
import { aMember } from '#tests/world.ts';
import { mailsTo } from '#tests/mailbox.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { readActor } from './read-actor.ts';
import { requestRegistration } from './request-registration.ts';

afterEach(() => void (settings().registration = 'invitation'));
const from = () => ({ address: newId(), locale: 'fr' });
const mailTo = (email: string) =>
  vi.waitFor(async () => {
    const [mail] = await mailsTo(email);
    expect(mail).toBeDefined();
    return mail;
  });

test('where people join by invitation nobody registers themselves', async () => {
  await expect(requestRegistration({ email: 'someone@test.palabre.example' }, from())).rejects.toMatchObject({
    code: 'not-allowed',
    reason: 'by-invitation'
  });
});

test('where registration is open a person proves their address by mail and joins in a personal capacity', async () => {
  settings().registration = 'open';
  const email = `${newId()}@test.palabre.example`;
  await requestRegistration({ email }, from());
  const token = /invitation\/([\w-]+)/.exec(await mailTo(email))![1];
  const started = await acceptInvitation(
    { token, name: 'Awa', password: 'une phrase bien longue', title: '', country: undefined },
    { address: newId(), userAgent: null, locale: 'fr', timezone: null }
  );
  expect(await readActor(started.token)).toMatchObject({
    kind: 'member',
    administrator: false,
    actingAs: 'personal',
    capacities: []
  });
});

test('who has an account is told so by mail only, and gets no link to make another', async () => {
  settings().registration = 'open';
  const email = `${newId()}@test.palabre.example`;
  await aMember({ email });
  await expect(requestRegistration({ email }, from())).resolves.toBeUndefined();
  const mail = await mailTo(email);
  expect(mail).toContain('/sign-in');
  expect(mail).not.toContain('/invitation/');
});
