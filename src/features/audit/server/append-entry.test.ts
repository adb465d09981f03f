import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { atomic, db } from '#lib/server/db.ts';
import { aMember } from '#tests/world.ts';
import type { NewEntry } from '../audit.ts';
import { appendEntry } from './append-entry.ts';
import { hashOfEntry, saltFor, textDigest } from '../entry-hash.ts';
import { readEntries } from './read-entries.ts';
import { auditEntries } from './tables.ts';

const aFact = (of: Partial<NewEntry> = {}): NewEntry => ({
  action: 'reply.posted',
  actor: null,
  object: { kind: 'post', id: 'p' },
  text: 'a word',
  ...of
});

test('each fact holds the hash of the one before it, and its text only as a digest', async () => {
  const [first, second] = await atomic(async (tx) => [
    await appendEntry(tx, aFact()),
    await appendEntry(tx, aFact({ detail: { b: 1, a: 'x' } }))
  ]);
  expect(second).toMatchObject({
    seq: first.seq + 1,
    previous: first.hash,
    digest: textDigest('a word', saltFor('text', second.salt))
  });
  const [kept] = await readEntries(first.seq, 1);
  expect(hashOfEntry(kept)).toBe(second.hash);
  expect(kept.hash).toBe(second.hash);
});

test('of someone who acts the chain keeps ids, never a name', async () => {
  const member = await aMember({ name: 'Awa Nameable' });
  const entry = await atomic((tx) =>
    appendEntry(tx, aFact({ actor: { ...member, capacity: 'personal', organisationId: null } }))
  );
  const [row] = await db.select().from(auditEntries).where(eq(auditEntries.seq, entry.seq));
  expect(JSON.stringify(row)).not.toContain('Nameable');
  expect(row.actor?.personId).toBe(member.personId);
});

test('a fact whose transaction fails takes no number', async () => {
  const before = await atomic((tx) => appendEntry(tx, aFact()));
  await expect(
    atomic(async (tx) => {
      await appendEntry(tx, aFact());
      throw new Error('no');
    })
  ).rejects.toThrow('no');
  const after = await atomic((tx) => appendEntry(tx, aFact()));
  expect(after).toMatchObject({ seq: before.seq + 1, previous: before.hash });
});

test('many facts at once stand in one line', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => atomic((tx) => appendEntry(tx, aFact()))));
  const line = all.sort((a, b) => a.seq - b.seq);
  for (const [index, entry] of line.slice(1).entries()) expect(entry.previous).toBe(line[index].hash);
});
