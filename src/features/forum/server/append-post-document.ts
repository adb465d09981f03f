import { eq } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import { appendDocument, dropDocument } from '#features/search/server/append-document.ts';
import type { SearchDocument } from '#features/search/search.ts';
import type { Tx } from '#lib/server/db.ts';
import { postAddress } from '../forum.ts';
import { outcomeName } from '../outcome-name.ts';
import type { Outcome } from '../purposes.ts';
import { tagName } from '../tag-names.ts';
import { experiences } from './purpose-tables.ts';
import type { PostRow, ThreadRow } from './views.ts';

const locales = ['en', 'fr', 'ar'];

/**
 * How a post is found. The opening one is its thread: the title stands there, and is found with its text and its tags.
 * `outcome`: of the experience that the post carries.
 */
export function postDocument(
  thread: ThreadRow,
  post: PostRow,
  outcome: Outcome | null = null
): SearchDocument {
  const opens = post.number === 1;
  return {
    kind: opens ? 'thread' : 'post',
    id: opens ? thread.id : post.id,
    spaceId: thread.spaceId,
    threadId: thread.id,
    address: opens ? `/threads/${thread.id}` : postAddress(thread.id, post.number),
    title: opens ? thread.subject : '',
    text: post.body,
    lang: post.lang,
    act: actOf(post),
    at: post.createdAt,
    ...(opens ? aboutThread(thread) : aboutExperience(outcome))
  };
}

function aboutThread({ tags, purpose }: ThreadRow): Partial<SearchDocument> {
  const all = tags ?? [];
  return {
    tags: all,
    // A code is found without its list, and by what it is called.
    tagNames: all.flatMap((tag) => [
      tag.slice(tag.indexOf(':') + 1),
      ...locales.map((locale) => tagName(tag, locale))
    ]),
    narrower: purpose === 'discussion' ? [] : [purpose]
  };
}

const aboutExperience = (outcome: Outcome | null): Partial<SearchDocument> =>
  outcome
    ? {
        tagNames: [outcome, ...locales.map((locale) => outcomeName(outcome, locale))],
        narrower: ['experience']
      }
    : {};

/** Puts a post into the search index as it reads now. Call it again when its text, place, tags or author's masking changed. */
export async function appendPostDocument(tx: Tx, thread: ThreadRow, post: PostRow): Promise<void> {
  const [told] =
    thread.purpose === 'call' && post.number > 1
      ? await tx
          .select({ outcome: experiences.outcome })
          .from(experiences)
          .where(eq(experiences.postId, post.id))
      : [];
  await appendDocument(tx, postDocument(thread, post, told?.outcome));
}

/** Takes a post out of the index; of the opening one the title stays to be found, without the text. */
export const dropPostDocument = (tx: Tx, thread: ThreadRow, post: PostRow): Promise<void> =>
  post.number === 1
    ? appendDocument(tx, postDocument(thread, { ...post, body: '' }))
    : dropDocument(tx, 'post', post.id);
