import { afterEach, expect, test } from 'vitest';
import { newId } from '#lib/id.ts';
import { mailsTo } from '#tests/mailbox.ts';
import { settings } from './env.ts';
import { linkTo, sendMail } from './mail.ts';

const before = { ...settings() };
afterEach(() => void Object.assign(settings(), before));

test('without a mail server a person’s mail lies in the data folder', async () => {
  const to = `${newId()}@test.palabre.example`;
  await sendMail({
    to,
    subject: 'Une réunion à Dakar',
    text: 'Rendez-vous à 14 h : https://palabre.example/x?y=1'
  });
  expect(await mailsTo(to)).toEqual([
    expect.stringContaining('Une réunion à Dakar\n\nRendez-vous à 14 h : https://palabre.example/x?y=1')
  ]);
});

test('nobody adds a recipient by writing a line break into a name', async () => {
  const [to, victim] = [`${newId()}@test.palabre.example`, `${newId()}@test.palabre.example`];
  await sendMail({ to, subject: `Hello\r\nBcc: ${victim}\r\n\r\nother text`, text: 'text' });
  expect(await mailsTo(to)).toHaveLength(1);
  expect(await mailsTo(victim)).toEqual([]);
  expect((await mailsTo(to))[0].split('\n')[1]).toContain(`Bcc: ${victim}`);
});

test('what a person asked for stands when their mail cannot be stored', async () => {
  settings().dataDir = '/dev/null/nowhere';
  await expect(
    sendMail({ to: 'someone@test.palabre.example', subject: 's', text: 't' })
  ).resolves.toBeUndefined();
});

test('a link in a mail leads to the origin that the operator named, never to one that a request named', () => {
  expect(linkTo('/invitation/x')).toBe(`http://localhost:${settings().port}/invitation/x`);
  settings().publicOrigin = 'https://palabre.example';
  expect(linkTo('/invitation/x')).toBe('https://palabre.example/invitation/x');
});
