import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { db, type Tx } from '#lib/server/db.ts';
import { posts, threads } from '../tables.ts';
import type { MailMessage } from './read-message.ts';
import { readSubject } from './subject.ts';

const day = 86_400_000;
/** How long after its last mail a thread still takes one that only shares its subject: with a reply's mark, and without. */
const windows = { reply: 60 * day, none: 7 * day } as const;
/** How many mails that are answered but not here yet are remembered. */
const mostAwaited = 20_000;

/** What one run remembers from batch to batch; it grows with threads, not with mails. */
export interface Threading {
  bySubject: Map<string, { threadId: string; lastAt: number }>;
  /** Ids of mails that were answered before they came, with the thread that waits for them. */
  awaited: Map<string, string>;
}

/** The threads that earlier runs made in this space. Threads that people started here are not joined by a subject. */
export async function recallThreads(spaceId: string): Promise<Threading> {
  const rows = await db
    .select({ id: threads.id, subject: threads.subject, lastPostAt: threads.lastPostAt })
    .from(threads)
    .innerJoin(posts, and(eq(posts.threadId, threads.id), eq(posts.number, 1)))
    .where(and(eq(threads.spaceId, spaceId), isNotNull(posts.sourceId)))
    .orderBy(threads.lastPostAt);
  return {
    bySubject: new Map(
      rows.map((row) => [
        readSubject(row.subject).key,
        { threadId: row.id, lastAt: row.lastPostAt.getTime() }
      ])
    ),
    awaited: new Map()
  };
}

export type Known = Map<string, { id: string; threadId: string }>;

/** The posts that these mails are, or answer, as far as they are here already. */
export async function knownPosts(tx: Tx, spaceId: string, messages: MailMessage[]): Promise<Known> {
  const ids = [...new Set(messages.flatMap(({ sourceId, answers }) => [sourceId, ...answers]))];
  const known: Known = new Map();
  for (let start = 0; start < ids.length; start += 1000) {
    const rows = await tx
      .select({ sourceId: posts.sourceId, id: posts.id, threadId: posts.threadId })
      .from(posts)
      .where(and(eq(posts.spaceId, spaceId), inArray(posts.sourceId, ids.slice(start, start + 1000))));
    for (const { sourceId, ...post } of rows) known.set(sourceId!, post);
  }
  return known;
}

/** Where a mail belongs: with what it answers, with those who answered it before it came, or with its subject. */
export function threadOf(
  message: MailMessage,
  known: Known,
  { bySubject, awaited }: Threading
): { threadId: string; quoted: string | null } | null {
  const parent = message.answers.map((id) => known.get(id)).find(Boolean);
  if (parent) return { threadId: parent.threadId, quoted: parent.id };
  const waiting = [message.sourceId, ...message.answers].map((id) => awaited.get(id)).find(Boolean);
  if (waiting) return { threadId: waiting, quoted: null };
  const { key, marked } = message.subject;
  const namesake = marked === 'forward' || key.length < 4 ? undefined : bySubject.get(key);
  const apart = namesake ? message.at.getTime() - namesake.lastAt : Infinity;
  // Some lists strip the mark of a reply: one that names what it answers is a reply all the same.
  const isReply = marked === 'reply' || message.answers.length > 0;
  return namesake && Math.abs(apart) <= windows[isReply ? 'reply' : 'none']
    ? { threadId: namesake.threadId, quoted: null }
    : null;
}

/** Keeps where a mail went, for those that follow. */
export function remember(
  message: MailMessage,
  post: { id: string; threadId: string },
  known: Known,
  { bySubject, awaited }: Threading
): void {
  known.set(message.sourceId, post);
  awaited.delete(message.sourceId);
  for (const id of message.answers.slice(0, 3)) if (!known.has(id)) awaited.set(id, post.threadId);
  for (const id of awaited.keys()) {
    if (awaited.size <= mostAwaited) break;
    awaited.delete(id);
  }
  const { key } = message.subject;
  const last = bySubject.get(key)?.lastAt ?? 0;
  if (message.at.getTime() >= last)
    bySubject.set(key, { threadId: post.threadId, lastAt: message.at.getTime() });
}
