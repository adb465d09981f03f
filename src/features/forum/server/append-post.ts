import { and, eq, sql } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { appendLinks } from '#features/links/server/append-links.ts';
import type { Act } from '#features/people/people.ts';
import { unattributed } from '#features/people/unattributed.ts';
import { dirOf, langOf } from '#lib/dir.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import { insertion, prepared } from '#lib/server/prepared.ts';
import { events, type Attachment, type LanguageSaid } from '../forum.ts';
import type { Clearance } from '../pending.ts';
import { appendPostDocument } from './append-post-document.ts';
import { seal } from './attribution/seal.ts';
import { posts, readingPositions, threads } from './tables.ts';
import type { PostRow, ThreadRow } from './views.ts';

export interface PostToAppend {
  id: string;
  act: Act;
  body: string;
  at: Date;
  quoted: string | null;
  source?: string | null;
  attachments?: Attachment[];
  /** The language as its author said it. */
  lang?: string;
  cleared?: Clearance | null;
}

const hole = sql.placeholder;
const postInsertion = insertion('post', posts);
const countStatement = prepared('count_post', (tx) =>
  tx
    .update(threads)
    .set({
      postsCount: sql`${threads.postsCount} + 1`,
      lastPostAt: sql`${sql.param(hole('lastPostAt'), threads.lastPostAt)}`
    })
    .where(eq(threads.id, hole('thread')))
    .returning()
);
const readOwnStatement = prepared('read_own', (tx) =>
  tx
    .update(readingPositions)
    .set({
      number: sql`${hole('number')}`,
      readAt: sql`${sql.param(hole('readAt'), readingPositions.readAt)}`
    })
    .where(
      and(
        eq(readingPositions.personId, hole('person')),
        eq(readingPositions.threadId, hole('thread')),
        eq(readingPositions.number, hole('before'))
      )
    )
);

/**
 * Writes a post at the end of a thread whose sequence was just bumped (see bump.ts), within the same transaction.
 * The one place where posts come to be: replies, opening posts and imported mails alike.
 */
export async function appendPost(
  tx: Tx,
  thread: ThreadRow,
  post: PostToAppend
): Promise<{ thread: ThreadRow; post: PostRow }> {
  const quotedNumber = post.quoted ? await numberOf(tx, thread.id, post.quoted) : null;
  const shown = await actShown(tx, thread, post);
  const lastPostAt = post.at > thread.lastPostAt ? post.at : thread.lastPostAt;
  const [counted] = await countStatement({ thread: thread.id, lastPostAt }, tx);
  const row = await postInsertion(
    {
      ...shown.act,
      id: post.id,
      threadId: thread.id,
      spaceId: thread.spaceId,
      number: counted.postsCount,
      seq: counted.seq,
      body: post.body,
      lang: post.lang ?? langOf(post.body, thread.lang),
      langSaid: post.lang ? saidBy(shown.act, post.at) : null,
      dir: dirOf(post.body),
      quotedPostId: quotedNumber ? post.quoted : null,
      quotedNumber,
      sourceId: post.source ?? null,
      attachments: post.attachments ?? [],
      cleared: shown.cleared,
      revision: 0,
      createdAt: post.at
    },
    tx
  );
  await readOwn(tx, post.act.personId, row);
  const where = { threadId: row.threadId, spaceId: row.spaceId };
  await appendLinks(tx, { kind: 'post', id: row.id, ...where }, row.body, true);
  await appendPostDocument(tx, counted, row);
  await appendEntry(tx, {
    action: row.number === 1 ? events.threadStarted : events.replyPosted,
    actor: shown.actor,
    object: { kind: 'post', id: row.id },
    ...where,
    text: row.body,
    detail: { number: row.number, ...filesIn(row.attachments), ...shown.sealed },
    at: post.at
  });
  return { thread: counted, post: row };
}

/** What everyone may know of a post: its author, or under the Chatham House Rule nobody, and what the chain holds then. */
async function actShown(tx: Tx, thread: ThreadRow, post: PostToAppend) {
  if (!thread.unattributedSince)
    return { act: post.act, cleared: post.cleared ?? null, actor: post.act, sealed: {} };
  const sealed = await seal(tx, {
    threadId: thread.id,
    postId: post.id,
    deed: 'posted',
    act: post.act,
    at: post.at
  });
  return { act: unattributed, cleared: null, actor: null, sealed };
}

export const saidBy = (
  { personId, personName }: Pick<Act, 'personId' | 'personName'>,
  at: Date
): LanguageSaid => ({ personId, name: personName, at: at.toISOString() });

/** What the record keeps of attached files: the SHA-256 of each. */
export const filesIn = (attachments: Attachment[]): { files?: string } => {
  const digests = attachments.flatMap(({ sha256 }) => sha256 ?? []);
  return digests.length > 0 ? { files: digests.join(' ') } : {};
};

async function numberOf(tx: Tx, threadId: string, postId: string): Promise<number> {
  const [quoted] = await tx
    .select({ number: posts.number })
    .from(posts)
    .where(and(eq(posts.id, postId), eq(posts.threadId, threadId)));
  if (!quoted) throw new Refusal('not-found', 'quoted-post-unknown', 'quoted');
  return quoted.number;
}

/** Who had read everything before has read their own post too; who had not keeps their place. */
async function readOwn(tx: Tx, personId: string, { threadId, number, createdAt }: PostRow): Promise<void> {
  if (number === 1)
    await tx.insert(readingPositions).values({ personId, threadId, number, readAt: createdAt });
  else
    await readOwnStatement(
      { person: personId, thread: threadId, number, before: number - 1, readAt: createdAt },
      tx
    );
}
