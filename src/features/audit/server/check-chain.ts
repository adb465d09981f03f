import { eq } from 'drizzle-orm';
import { db, type Tx } from '#lib/server/db.ts';
import { genesis, type Entry } from '../audit.ts';
import { hashOfEntry } from '../entry-hash.ts';
import { readEntries } from './read-entries.ts';
import { auditEntries, auditHeads } from './tables.ts';

/** Where the chain does not hold, and how: what an operator is told first. */
export interface Break {
  seq: number;
  kind: 'changed' | 'missing' | 'unlinked' | 'unlinked-in-thread' | 'cut-off';
}

const batch = 2000;

/**
 * Reads the whole chain, oldest first, and gives every place where it does not hold. An entry changed: its fields no
 * longer give its hash. Taken out: a number is missing. Put in or rewritten with a new hash: the one after it, or the
 * next of its thread, names another. Cut off at the end: the head names an entry that is not there.
 * Memory grows with the number of threads, not of entries. `seen` counts.
 */
export async function* findBreaks(
  seen: { entries: number } = { entries: 0 },
  from: Tx = db
): AsyncGenerator<Break> {
  const lastOfThread = new Map<string, string>();
  let before: Pick<Entry, 'seq' | 'hash'> = { seq: 0, hash: genesis };
  for (;;) {
    const entries = await readEntries(before.seq, batch, from);
    for (const entry of entries) {
      const kind = breakOf(entry, before, lastOfThread);
      if (kind) yield { seq: kind === 'missing' ? before.seq + 1 : entry.seq, kind };
      if (entry.threadId) lastOfThread.set(entry.threadId, entry.hash);
      before = entry;
      seen.entries += 1;
    }
    if (entries.length < batch) break;
  }
  // Read last: the server may be running, and the end only moves on.
  const [head] = await from.select().from(auditHeads).where(eq(auditHeads.id, 1));
  const end = head ?? { seq: 0, hash: genesis };
  const named = end.seq === before.seq ? before : await entryAt(end.seq, from);
  if (end.seq < before.seq || named?.hash !== end.hash)
    yield { seq: Math.min(end.seq, before.seq) + 1, kind: 'cut-off' };
}

function breakOf(
  entry: Entry,
  before: { seq: number; hash: string },
  lastOfThread: Map<string, string>
): Break['kind'] | undefined {
  if (entry.seq !== before.seq + 1) return 'missing';
  if (hashOfEntry(entry) !== entry.hash) return 'changed';
  if (entry.previous !== before.hash) return 'unlinked';
  const inThread = entry.threadId ? (lastOfThread.get(entry.threadId) ?? null) : null;
  return entry.threadPrevious === inThread ? undefined : 'unlinked-in-thread';
}

async function entryAt(seq: number, from: Tx): Promise<{ hash: string } | undefined> {
  const [entry] = await from
    .select({ hash: auditEntries.hash })
    .from(auditEntries)
    .where(eq(auditEntries.seq, seq));
  return entry;
}
