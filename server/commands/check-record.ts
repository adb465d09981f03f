import { findPostBreaks, type PostBreak } from '#features/archive/server/check-posts.ts';
import { findBreaks, type Break } from '#features/audit/server/check-chain.ts';

const ofChain: Record<Break['kind'], string> = {
  changed: 'was changed after it was written',
  missing: 'is missing',
  unlinked: 'does not follow the one before it: one was put in, or written anew',
  'unlinked-in-thread': 'does not follow the one before it in its thread',
  'cut-off': 'is missing at the end, or came after the end'
};

const ofPost: Record<PostBreak['kind'], string> = {
  'no-entry': 'stands in no entry',
  'text-changed': 'has another text than was written',
  revisions: 'has more or fewer former texts than it was edited',
  withdrawal: 'is shown, hidden or withdrawn otherwise than an entry says',
  gone: 'is gone'
};

/** Whether the chain of facts holds, and where it breaks first. */
export async function auditChain() {
  const seen = { entries: 0 };
  let [count, first] = [0, ''];
  for await (const { seq, kind } of findBreaks(seen))
    if ((count += 1) === 1) first = `entry ${seq} ${ofChain[kind]}`;
  return {
    seen: `${seen.entries} entries, each follows the one before`,
    wrong: count ? `${first} (${count} in all)` : null
  };
}

/** Whether each post is what the chain says of it. */
export async function postsAgainstChain() {
  const seen = { posts: 0, adopted: 0 };
  let [count, first] = [0, ''];
  for await (const { postId, kind, seq } of findPostBreaks(seen))
    if ((count += 1) === 1) first = `post ${postId} ${ofPost[kind]}${seq ? ` (entry ${seq})` : ''}`;
  return {
    seen: `${seen.posts}, as the audit chain has them${seen.adopted ? `; ${seen.adopted} of them older than the chain, adopted as they were found` : ''}`,
    wrong: count ? `${first}${count > 1 ? ` (${count} posts in all)` : ''}` : null
  };
}
