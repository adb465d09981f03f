import { actOf } from '#features/people/server/act-columns.ts';
import { unattributed } from '#features/people/unattributed.ts';
import { renderKept } from '#lib/server/markdown.ts';
import type { PostView } from '../forum.ts';
import type { PendingView } from '../pending.ts';
import type { PendingRow } from './append-pending.ts';
import type { FoundPending } from './find-pending.ts';
import type { ThreadRow } from './views.ts';

/**
 * A waiting post for those who may see it. Of a forum that is not open to the reader nothing is said but the text; of a
 * first post that will be sealed (`sealed`), not even to who approves it, whose it is.
 */
export const pendingView = (
  { row, space, may }: FoundPending,
  thread: ThreadRow | null,
  sealed: boolean
): PendingView => ({
  id: row.id,
  reason: row.reason,
  space: space && { id: space.id, slug: space.slug, titles: space.titles },
  thread: threadOf(row, space ? thread : null),
  act: sealed && row.reason === 'approval' && !may.change ? unattributed : actOf(row),
  html: renderKept(`pending:${row.id}:${row.revision}`, row.body),
  body: row.body,
  lang: row.lang,
  dir: row.dir,
  revision: row.revision,
  at: row.createdAt.toISOString(),
  until: row.until?.toISOString() ?? null,
  returned: row.returnedAt && {
    at: row.returnedAt.toISOString(),
    by: row.returnedBy,
    why: row.returnedFor,
    note: row.note
  },
  may
});

function threadOf(row: PendingRow, thread: ThreadRow | null): PendingView['thread'] {
  if (thread) return { id: thread.id, title: thread.subject, lang: thread.lang, dir: thread.dir };
  return row.subject ? { id: null, title: row.subject, lang: row.lang, dir: row.dir } : null;
}

/** What its author gets back in the place of a post: no number, and the reason why it waits. */
export const waitingView = (row: PendingRow): PostView => ({
  id: row.id,
  number: 0,
  seq: 0,
  act: actOf(row),
  at: row.createdAt.toISOString(),
  revision: 0,
  edited: null,
  html: renderKept(`pending:${row.id}:${row.revision}`, row.body),
  lang: row.lang,
  dir: row.dir,
  quotes: null,
  withdrawn: null,
  attachments: [],
  cleared: null,
  movedFrom: null,
  experience: null,
  waits: row.reason
});
