import { listThreadEntries, listEntriesOf } from '#features/audit/server/list-entries.ts';
import { listPosts, type PostWhole } from '#features/forum/server/list-posts.ts';
import { readThread } from '#features/forum/server/read-thread.ts';
import { postAddress, type ThreadView } from '#features/forum/forum.ts';
import type { Actor } from '#features/people/people.ts';
import { Refusal } from '#lib/refusal.ts';
import {
  exportLimits,
  exportVersion,
  safeName,
  type ExportedEntry,
  type ExportedPost,
  type ExportedThread
} from '../export.ts';
import { entryTeller } from './told-entry.ts';
import { Spool } from './spool.ts';

export interface GatheredPost {
  post: ExportedPost;
  /** Rendered and safe; empty when there is no text. */
  html: string;
  /** The ids of the attachments whose bytes are kept, in their order. */
  files: string[];
}

/** A whole thread at one moment, laid down outside of memory, to be read as often as an export needs it. */
export interface Gathered {
  thread: ExportedThread;
  posts: Spool<GatheredPost>;
  entries: Spool<ExportedEntry>;
  /** Entries of its posts that were made in another thread, before they were moved here. */
  elsewhere: ExportedEntry[];
  last: ExportedEntry | null;
  drop(): Promise<void>;
}

const mostTries = 6;

/**
 * Reads a thread whole, in batches, and gives the process its breath between them. What changes meanwhile moves the
 * thread's sequence: then it is read again, so that an export is of one moment and its entries fit its posts.
 * Refuses not-found, or conflict `thread-too-busy`.
 */
export async function gatherThread(actor: Actor, id: string, origin: string): Promise<Gathered> {
  let view = await readThread(actor, id, 1);
  for (let tries = 0; tries < mostTries; tries += 1) {
    const gathered = await gatherOnce(view, origin);
    view = await readThread(actor, id, 1).catch(async (fault: unknown) => {
      await gathered.drop();
      throw fault;
    });
    if (view.seq === gathered.thread.sequence) return gathered;
    await gathered.drop();
  }
  throw new Refusal('conflict', 'thread-too-busy');
}

async function gatherOnce(view: ThreadView, origin: string): Promise<Gathered> {
  const { id } = view;
  const posts = await Spool.open<GatheredPost>();
  const entries = await Spool.open<ExportedEntry>();
  const drop = async () => void (await Promise.all([posts.drop(), entries.drop()]));
  try {
    const teller = entryTeller();
    const elsewhere: ExportedEntry[] = [];
    for (let after = 0; ;) {
      const batch = await listPosts(id, after, exportLimits.batch);
      teller.knows(batch.map(({ post }) => post));
      await posts.add(batch.map((whole) => gatheredPost(id, whole, origin)));
      const theirs = await listEntriesOf(
        'post',
        batch.map(({ post }) => post.id)
      );
      elsewhere.push(...theirs.filter(({ threadId }) => threadId !== id).map(teller.tell));
      if (batch.length < exportLimits.batch) break;
      after = batch[batch.length - 1].post.number;
      await new Promise(setImmediate);
    }
    let last: ExportedEntry | null = null;
    for (;;) {
      const batch = await listThreadEntries(id, last?.seq ?? 0, 1000);
      const told = batch.map(teller.tell);
      await entries.add(told);
      last = told.at(-1) ?? last;
      if (batch.length < 1000) break;
      await new Promise(setImmediate);
    }
    return { thread: exportedThread(view, origin), posts, entries, elsewhere, last, drop };
  } catch (fault) {
    await drop();
    throw fault;
  }
}

const exportedThread = (view: ThreadView, origin: string): ExportedThread => ({
  format: 'palabre-thread',
  version: exportVersion,
  id: view.id,
  address: `${origin}/threads/${view.id}`,
  title: view.title,
  lang: view.lang,
  dir: view.dir,
  at: view.posts[0]?.at ?? '',
  act: view.act,
  forum: { address: `${origin}/forums/${view.space.slug}`, titles: view.space.titles },
  purpose: view.purpose,
  tags: view.tags,
  answer: view.answer,
  closed: view.closed,
  postsCount: view.postsCount,
  sequence: view.seq
});

function gatheredPost(threadId: string, { post, markdown, former }: PostWhole, origin: string): GatheredPost {
  const kept = post.attachments.filter(({ id }) => id !== undefined);
  return {
    html: post.html,
    files: kept.map(({ id }) => id!),
    post: {
      id: post.id,
      number: post.number,
      address: `${origin}${postAddress(threadId, post.number)}`,
      at: post.at,
      act: post.act,
      cleared: post.withdrawn ? null : post.cleared,
      lang: post.lang,
      dir: post.dir,
      answers: post.quotes,
      revision: post.revision,
      edited: post.edited,
      markdown,
      former,
      withdrawn: post.withdrawn,
      experience: post.withdrawn ? null : post.experience,
      attachments: post.attachments.map(({ id, name, type, bytes, sha256 }) => ({
        name,
        type,
        bytes,
        sha256: sha256 ?? null,
        file:
          id === undefined ? null : fileName(post.number, kept.findIndex((one) => one.id === id) + 1, name),
        address: id === undefined ? null : `${origin}/files/${id}`
      }))
    }
  };
}

const fileName = (number: number, place: number, name: string) =>
  `attachments/${String(number).padStart(4, '0')}-${place}-${safeName(name)}`;
