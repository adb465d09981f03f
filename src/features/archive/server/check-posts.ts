import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Entry } from '#features/audit/audit.ts';
import { saltFor, textDigest } from '#features/audit/entry-hash.ts';
import { listEntriesOf } from '#features/audit/server/list-entries.ts';
import { auditEntries } from '#features/audit/server/tables.ts';
import { events, facts } from '#features/forum/forum.ts';
import { postWithdrawals, posts } from '#features/forum/server/tables.ts';
import { db, type Tx } from '#lib/server/db.ts';

/** A post that is not what the chain says of it. */
export interface PostBreak {
  postId: string;
  kind: 'no-entry' | 'text-changed' | 'revisions' | 'withdrawal' | 'gone';
  /** The entry that it differs from. */
  seq: number | null;
}

const batch = 1000;
const states: Record<string, 'shown' | 'hidden' | 'withdrawn'> = {
  [facts.withdrawn]: 'withdrawn',
  [facts.hidden]: 'hidden',
  [facts.shown]: 'shown'
};
const posted: string[] = [events.threadStarted, events.replyPosted, facts.adopted];

/**
 * Every post against the chain: its text is the one whose digest was written last, it has as many former texts as it
 * was edited, it is withdrawn if and only if an entry says so; and no post of which the chain speaks is gone.
 */
export async function* findPostBreaks(
  seen: { posts: number; adopted?: number } = { posts: 0 },
  from: Tx = db
): AsyncGenerator<PostBreak> {
  for (let after = ''; ;) {
    const rows = await from
      .select({
        id: posts.id,
        body: posts.body,
        revision: posts.revision,
        withdrawn: postWithdrawals.postId,
        category: postWithdrawals.category
      })
      .from(posts)
      .leftJoin(postWithdrawals, eq(postWithdrawals.postId, posts.id))
      .where(gt(posts.id, after))
      .orderBy(asc(posts.id))
      .limit(batch);
    const entries = Map.groupBy(
      await listEntriesOf(
        'post',
        rows.map(({ id }) => id),
        from
      ),
      ({ objectId }) => objectId
    );
    for (const row of rows) {
      const found = breakOf(row, entries.get(row.id) ?? []);
      if (entries.get(row.id)?.some(({ action }) => action === facts.adopted))
        seen.adopted = (seen.adopted ?? 0) + 1;
      if (found) yield { postId: row.id, ...found };
    }
    seen.posts += rows.length;
    if (rows.length < batch) break;
    after = rows[rows.length - 1].id;
  }
  yield* gone(from);
}

function breakOf(
  row: { body: string; revision: number; withdrawn: string | null; category: string | null },
  entries: Entry[]
): Omit<PostBreak, 'postId'> | null {
  const written = entries.filter(({ digest }) => digest !== null);
  const last = written.at(-1);
  if (!written.some(({ action }) => posted.includes(action)) || !last) return { kind: 'no-entry', seq: null };
  if (last.digest !== textDigest(row.body, saltFor('text', last.salt)))
    return { kind: 'text-changed', seq: last.seq };
  // What was taken in later had been edited, or hidden, before: from there on the chain knows.
  const adopted = entries.find(({ action }) => action === facts.adopted)?.detail;
  const edits = entries.filter(({ action }) => action === facts.edited).length;
  if (edits + Number(adopted?.revision ?? 0) !== row.revision) return { kind: 'revisions', seq: last.seq };
  // Withdrawn for good, or hidden by a moderator until it is restored: the last of these says which.
  const state = entries.findLast(({ action }) => action in states);
  const shown = row.withdrawn ? (row.category ? 'hidden' : 'withdrawn') : 'shown';
  return shown === (state ? states[state.action] : (adopted?.state ?? 'shown'))
    ? null
    : { kind: 'withdrawal', seq: state?.seq ?? null };
}

/** Posts that the chain saw come and that are there no more. */
async function* gone(from: Tx): AsyncGenerator<PostBreak> {
  for (let after = 0; ;) {
    const entries = await from
      .select({ seq: auditEntries.seq, postId: auditEntries.objectId })
      .from(auditEntries)
      .where(and(gt(auditEntries.seq, after), inArray(auditEntries.action, posted)))
      .orderBy(asc(auditEntries.seq))
      .limit(batch);
    const there = new Set(
      (
        await from
          .select({ id: posts.id })
          .from(posts)
          .where(
            inArray(
              posts.id,
              entries.map(({ postId }) => postId)
            )
          )
      ).map(({ id }) => id)
    );
    for (const { seq, postId } of entries) if (!there.has(postId)) yield { postId, kind: 'gone', seq };
    if (entries.length < batch) return;
    after = entries[entries.length - 1].seq;
  }
}
