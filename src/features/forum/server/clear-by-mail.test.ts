import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { nameFocalPoint } from '#features/clearance/server/name-focal-point.ts';
import { removeFocalPoint } from '#features/clearance/server/remove-focal-point.ts';
import { clearanceLinks } from '#features/clearance/server/tables.ts';
import { guest, type Member } from '#features/people/people.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { aMember } from '#tests/world.ts';
import { linksIn, mailsTo } from '#tests/mailbox.ts';
import { decideByLink, readByLink } from './decide-by-link.ts';
import { mailFocalPoints } from './mail-clearance.ts';
import { readPending } from './read-pending.ts';
import { readThread } from './read-thread.ts';
import { resendPost } from './resend-post.ts';
import { aMinistry } from '#tests/clearance-world.ts';

/** The secret of the link in the last mail to this person. */
async function linkTo(person: Member & { email?: string }, email: string): Promise<string> {
  const mails = await mailsTo(email);
  return linksIn(mails.at(-1) ?? '')
    .map((link) => /\/clearance\/links\/([\w-]+)/.exec(link)?.[1])
    .find(Boolean)!;
}

test('a focal point clears from the mail without signing in: looking changes nothing, deciding works once', async () => {
  const email = `mail-${newId()}@test.palabre.example`;
  const { organisation, minister, thread, say, delegate } = await aMinistry();
  const point = await aMember({ name: 'Bineta', organisation, email });
  await nameFocalPoint(minister, { organisationId: organisation, personId: point.personId });
  const { id } = await say();
  await mailFocalPoints(id);
  const token = await linkTo(point, email);
  for (let look = 0; look < 3; look += 1)
    expect(await readByLink(token)).toMatchObject({ id, focalPoint: 'Bineta' });
  expect((await readThread(guest, thread.id)).postsCount).toBe(1);
  expect(
    (await db.select().from(clearanceLinks).where(eq(clearanceLinks.pendingId, id))).map(
      ({ tokenHash }) => tokenHash
    )
  ).not.toContain(token);
  const both = await Promise.allSettled([
    decideByLink(token, { decision: 'clear', note: null }),
    decideByLink(token, { decision: 'clear', note: null })
  ]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await readThread(guest, thread.id)).posts[1].cleared).toMatchObject({ by: 'Bineta' });
  await expect(readByLink(token)).rejects.toMatchObject({ reason: 'link-ended' });
  expect(await mailsTo(`${delegate.personId}@test.palabre.example`)).toEqual([]);
});

test('a forged, expired, outdated link, and one of somebody who is no focal point any more, are over', async () => {
  const email = `mail-${newId()}@test.palabre.example`;
  const { organisation, minister, delegate, say } = await aMinistry();
  const point = await aMember({ organisation, email });
  await nameFocalPoint(minister, { organisationId: organisation, personId: point.personId });
  const ended = { reason: 'link-ended' };
  const decision = { decision: 'clear', note: null } as const;
  const { id } = await say();
  await mailFocalPoints(id);
  const first = await linkTo(point, email);
  for (const forged of [`${first}x`, first.slice(1), '', 'a'.repeat(5000)])
    await expect(decideByLink(forged, decision)).rejects.toMatchObject(ended);

  await resendPost(delegate, { id, revision: 0, body: 'Another text', title: null });
  await expect(readByLink(first)).rejects.toMatchObject(ended);
  await expect(decideByLink(first, decision)).rejects.toMatchObject(ended);

  await mailFocalPoints(id);
  const hashes = await db.select().from(clearanceLinks).where(eq(clearanceLinks.pendingId, id));
  expect(hashes.filter(({ usedAt }) => usedAt === null).length).toBe(3);
  await db
    .update(clearanceLinks)
    .set({ expiresAt: new Date(0) })
    .where(eq(clearanceLinks.pendingId, id));
  const second = (await mailsTo(email)).flatMap(linksIn).map((link) => link.split('/').at(-1)!);
  for (const token of second) await expect(decideByLink(token, decision)).rejects.toMatchObject(ended);

  const next = await say(delegate, 'A third text');
  await mailFocalPoints(next.id);
  await removeFocalPoint(minister, { organisationId: organisation, personId: point.personId });
  for (const token of (await mailsTo(email)).flatMap(linksIn).map((link) => link.split('/').at(-1)!))
    await expect(decideByLink(token, decision)).rejects.toMatchObject(ended);
  expect(await readPending(delegate, next.id)).toMatchObject({ returned: null });
});
