import { actOf } from '#features/people/server/act-columns.ts';
import { appendDocument, dropDocument } from '#features/search/server/append-document.ts';
import type { SearchDocument } from '#features/search/search.ts';
import type { Tx } from '#lib/server/db.ts';
import { postAddress } from '../forum.ts';
import type { PostRow, ThreadRow } from './views.ts';

/** How a post is found. The opening one is its thread: the title stands there, and is found with its text. */
export function postDocument(thread: ThreadRow, post: PostRow): SearchDocument {
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
    at: post.createdAt
  };
}

/** Puts a post into the search index as it reads now. Call it again when its text, place or author's masking changed. */
export const appendPostDocument = (tx: Tx, thread: ThreadRow, post: PostRow): Promise<void> =>
  appendDocument(tx, postDocument(thread, post));

/** Takes a post out of the index; of the opening one the title stays to be found, without the text. */
export const dropPostDocument = (tx: Tx, thread: ThreadRow, post: PostRow): Promise<void> =>
  post.number === 1
    ? appendDocument(tx, { ...postDocument(thread, post), text: '' })
    : dropDocument(tx, 'post', post.id);
