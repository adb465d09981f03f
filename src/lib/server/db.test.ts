import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { persons } from '#features/people/server/tables.ts';
import { newId } from '#lib/id.ts';
import { aMember } from '#tests/world.ts';
import { atomic, db, isDiskFull, isUniqueViolation, store, type Tx } from './db.ts';
import { dialect } from './columns.ts';

const person = () => ({
  id: newId(),
  name: 'A',
  languages: [],
  occupations: [],
  expertise: [],
  illustrative: true,
  createdAt: new Date()
});

test('what a person wrote in a transaction that failed is not there', async () => {
  const one = person();
  await expect(
    atomic(async (tx) => {
      await tx.insert(persons).values(one);
      throw new Error('changed my mind');
    })
  ).rejects.toThrow('changed my mind');
  expect(await db.select().from(persons).where(eq(persons.id, one.id))).toEqual([]);
});

test('fifty people who count at once lose no count', async () => {
  const { personId } = await aMember();
  await db.update(persons).set({ title: '0' }).where(eq(persons.id, personId));
  await Promise.all(
    Array.from({ length: 50 }, () =>
      atomic(async (tx: Tx) =>
        tx
          .update(persons)
          .set({ title: sql`cast(cast(${persons.title} as integer) + 1 as text)` })
          .where(eq(persons.id, personId))
      )
    )
  );
  expect(
    (await db.select({ title: persons.title }).from(persons).where(eq(persons.id, personId)))[0].title
  ).toBe('50');
});

test('a verb that uses the outer database inside its transaction is stopped, not left hanging', async () => {
  await expect(atomic(async () => db.select().from(persons))).rejects.toThrow('only its tx');
  await expect(atomic(async () => atomic(async () => 1))).rejects.toThrow('inside atomic');
  // The queue goes on.
  expect(await atomic(async () => 2)).toBe(2);
});

test('a person who reads right after writing reads what they wrote', async () => {
  const one = person();
  await db.insert(persons).values(one);
  expect(await db.select({ id: persons.id }).from(persons).where(eq(persons.id, one.id))).toEqual([
    { id: one.id }
  ]);
});

test('two people with one address are told apart from a fault', async () => {
  const email = `${newId()}@test.palabre.example`;
  await db.insert(persons).values({ ...person(), email });
  const again = await db
    .insert(persons)
    .values({ ...person(), email })
    .then(
      () => undefined,
      (error: unknown) => error
    );
  expect(isUniqueViolation(again)).toBe(true);
});

test('times come back to the millisecond, bytes and lists as they were', async () => {
  const createdAt = new Date('2026-03-12T14:00:00.123Z');
  const one = { ...person(), createdAt, languages: ['fr', 'ar'] };
  await db.insert(persons).values(one);
  const [row] = await db.select().from(persons).where(eq(persons.id, one.id));
  expect(row.createdAt).toEqual(createdAt);
  expect(row.languages).toEqual(['fr', 'ar']);
});

test.runIf(dialect === 'sqlite')(
  'a full disk refuses the write, says so, and the next one works when there is room again',
  async () => {
    const writer = store().sqlite!.writer;
    const pages = writer.pragma('page_count', { simple: true }) as number;
    writer.pragma(`max_page_count = ${pages}`);
    // Pages that deleted rows left free would take it in: it is larger than all of them together.
    const free = (writer.pragma('freelist_count', { simple: true }) as number) * 4096;
    const big = { ...person(), bio: 'x'.repeat(free + 500_000) };
    const fault = await atomic(async (tx) => tx.insert(persons).values(big)).then(
      () => undefined,
      (error: unknown) => error
    );
    writer.pragma('max_page_count = 1073741823');
    expect(isDiskFull(fault)).toBe(true);
    await db.insert(persons).values(big);
    expect((await db.select({ id: persons.id }).from(persons).where(eq(persons.id, big.id))).length).toBe(1);
  }
);

test.runIf(dialect === 'sqlite')(
  'an acknowledged write is on the disk: WAL with full synchronisation',
  async () => {
    const { writer } = store().sqlite!;
    expect(writer.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(writer.pragma('synchronous', { simple: true })).toBe(2);
  }
);
