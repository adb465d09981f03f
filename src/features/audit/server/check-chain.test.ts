import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { dialect } from '#lib/server/columns.ts';
import { atomic, db, type Tx } from '#lib/server/db.ts';
import { hashOfEntry } from '../entry-hash.ts';
import { appendEntry } from './append-entry.ts';
import { findBreaks, type Break } from './check-chain.ts';
import { auditEntries, auditHeads } from './tables.ts';

const aThread = async (threadId: string) => {
  const entries = [];
  for (const text of ['a', 'b', 'c'])
    entries.push(
      await atomic((tx) =>
        appendEntry(tx, {
          action: 'test.noted',
          actor: null,
          object: { kind: 'test', id: text },
          threadId,
          text
        })
      )
    );
  return entries;
};

async function run(tx: Tx, statement: string) {
  const runner = tx as unknown as Record<'run' | 'execute', ((s: unknown) => Promise<unknown>) | undefined>;
  await (runner.execute?.(sql.raw(statement)) ?? runner.run?.(sql.raw(statement)));
}

/** Somebody with the database in their hands: what a check says after it, and then all of it undone. */
async function tampered(change: (tx: Tx) => Promise<unknown>): Promise<Break[]> {
  const found: Break[] = [];
  await atomic(async (tx) => {
    const on = dialect === 'sqlite' ? '' : ' ON audit_entries';
    for (const name of ['audit_entries_unchanged', 'audit_entries_kept'])
      if (dialect === 'sqlite' || name === 'audit_entries_unchanged')
        await run(tx, `DROP TRIGGER ${name}${on}`);
    await change(tx);
    for await (const one of findBreaks({ entries: 0 }, tx)) found.push(one);
    throw new Error('undo');
  }).catch((fault: Error) => {
    if (fault.message !== 'undo') throw fault;
  });
  return found;
}

test('an operator whose chain nobody touched is told so', async () => {
  await aThread('t-whole');
  const seen = { entries: 0 };
  for await (const one of findBreaks(seen)) expect(one).toBeUndefined();
  expect(seen.entries).toBeGreaterThan(2);
});

test('whoever changes, takes out, adds, rewrites or cuts off an entry is found, with its number', async () => {
  const [, middle, last] = await aThread('t-tampered');
  const at = eq(auditEntries.seq, middle.seq);
  expect(await tampered((tx) => tx.update(auditEntries).set({ action: 'x' }).where(at))).toEqual([
    { seq: middle.seq, kind: 'changed' }
  ]);
  expect((await tampered((tx) => tx.delete(auditEntries).where(at)))[0]).toEqual({
    seq: middle.seq,
    kind: 'missing'
  });
  // Changed by someone who works out the hash again: the next one does not follow.
  const rewritten = await tampered(async (tx) => {
    await tx
      .update(auditEntries)
      .set({ objectId: 'z', hash: hashOfEntry({ ...middle, objectId: 'z' }) })
      .where(at);
  });
  expect(rewritten[0]).toEqual({ seq: last.seq, kind: 'unlinked' });
  // The last ones taken out, or one added behind the back of the head.
  expect(await tampered((tx) => tx.delete(auditEntries).where(eq(auditEntries.seq, last.seq)))).toEqual([
    { seq: last.seq, kind: 'cut-off' }
  ]);
  const forged = await tampered((tx) =>
    tx.insert(auditEntries).values({ ...last, at: new Date(last.at), seq: last.seq + 1, previous: last.hash })
  );
  expect(forged.map(({ seq }) => seq)).toEqual([last.seq + 1, last.seq + 1]);
});

test('an entry moved to another thread is found in both', async () => {
  const [, middle] = await aThread('t-moved');
  const found = await tampered(async (tx) => {
    // All hashes from here on are worked out again: only the thread's own chain can still tell.
    const rows = await tx.select().from(auditEntries).orderBy(auditEntries.seq);
    let previous = rows.find(({ seq }) => seq === middle.seq)!.previous;
    for (const row of rows.filter(({ seq }) => seq >= middle.seq)) {
      const threadId = row.seq === middle.seq ? 't-elsewhere' : row.threadId;
      const hash = hashOfEntry({ ...row, threadId, previous, at: row.at.toISOString() });
      await tx.update(auditEntries).set({ threadId, previous, hash }).where(eq(auditEntries.seq, row.seq));
      previous = hash;
    }
    await tx.update(auditHeads).set({ hash: previous });
  });
  expect(found.map(({ kind }) => kind)).toEqual(['unlinked-in-thread', 'unlinked-in-thread']);
});

test('the database itself refuses to change or take out an entry', async () => {
  const [first] = await aThread('t-kept');
  const refused = async (work: Promise<unknown>) => {
    const fault = (await work.then(
      () => null,
      (fault: unknown) => fault
    )) as (Error & { cause?: Error }) | null;
    return `${fault?.message} ${fault?.cause?.message}`;
  };
  const at = eq(auditEntries.seq, first.seq);
  expect(await refused(db.update(auditEntries).set({ action: 'x' }).where(at))).toMatch(
    /an audit entry is never changed/
  );
  expect(await refused(db.delete(auditEntries).where(at))).toMatch(/an audit entry is never|taken out/);
  expect(await refused(db.update(auditHeads).set({ seq: 0 }))).toMatch(/never/);
});
