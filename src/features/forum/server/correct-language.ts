import { eq } from 'drizzle-orm';
import type * as v from 'valibot';
import { inPerson } from '#features/audit/audit.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Act, Actor, Member } from '#features/people/people.ts';
import { isUnattributed } from '#features/people/unattributed.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic } from '#lib/server/db.ts';
import { limit } from '#lib/server/limits.ts';
import { events, facts, limits } from '../forum.ts';
import type { languageCorrection } from '../inputs.ts';
import { byHand, speaksFor } from '../own.ts';
import { announcePost, announceThread } from './announce-change.ts';
import { appendPostDocument } from './append-post-document.ts';
import { saidBy } from './append-post.ts';
import { bumpThread } from './bump.ts';
import { findPost } from './find-post.ts';
import { findThread } from './find-thread.ts';
import { mayCorrectLanguage } from './may.ts';
import { readState } from './read-state.ts';
import { experiences } from './purpose-tables.ts';
import { posts, threads } from './tables.ts';
import { postView } from './views.ts';

type Correction = v.InferOutput<typeof languageCorrection>;

/**
 * Says in which language and direction a post is, or with `id` null the title of a thread. From then on it is not guessed
 * again, whatever its text becomes. The record keeps who said it and what it was before.
 * Refuses not-signed-in, not-found, not-allowed, too-many, or conflict `post-withdrawn`.
 */
export async function correctLanguage(actor: Actor, input: Correction): Promise<void> {
  const { personId } = mustBeSignedIn(actor);
  await limit('language', personId, limits.repliesPerMinute, 60);
  if (input.id === null) await correctTitle(actor, input);
  else await correctPost(actor, { ...input, id: input.id });
}

/** An author says it as the post names them, a sealed one as nobody; anybody else in their own name. */
function said(member: Member, author: Act, shown: Act, { lang, dir }: Correction) {
  const own = speaksFor(member, author);
  const by = own ? shown : { personId: member.personId, personName: member.name };
  const hand = !own ? inPerson(member) : isUnattributed(shown) ? null : byHand(member, shown);
  return { columns: { lang, dir, langSaid: saidBy(by, new Date()) }, hand };
}

async function correctPost(actor: Actor, input: Correction & { id: string }): Promise<void> {
  const member = mustBeSignedIn(actor);
  const found = await findPost(actor, input);
  if (!mayCorrectLanguage(actor, found.space, found.author)) throw new Refusal('not-allowed');
  if (found.withdrawn) throw new Refusal('conflict', 'post-withdrawn');
  const { columns, hand } = said(member, found.author, found.post, input);
  const { thread, post, told } = await atomic(async (tx) => {
    const thread = await bumpThread(tx, input.threadId);
    const [post] = await tx
      .update(posts)
      .set({ ...columns, seq: thread.seq })
      .where(eq(posts.id, input.id))
      .returning();
    await appendPostDocument(tx, thread, post);
    const [told] = await tx.select().from(experiences).where(eq(experiences.postId, post.id));
    await appendEntry(tx, {
      action: facts.languageCorrected,
      actor: hand,
      object: { kind: 'post', id: post.id },
      threadId: post.threadId,
      spaceId: post.spaceId,
      detail: { number: post.number, lang: post.lang, dir: post.dir, was: found.post.lang }
    });
    return { thread, post, told };
  });
  announcePost(events.replyChanged, thread, postView(post, null, told ?? null));
}

async function correctTitle(actor: Actor, input: Correction): Promise<void> {
  const member = mustBeSignedIn(actor);
  const { threadId } = input;
  const found = await findThread(actor, threadId);
  if (!mayCorrectLanguage(actor, found.space, found.thread)) throw new Refusal('not-allowed');
  const { columns, hand } = said(member, found.thread, found.thread, input);
  const thread = await atomic(async (tx) => {
    await bumpThread(tx, threadId);
    const [thread] = await tx.update(threads).set(columns).where(eq(threads.id, threadId)).returning();
    await appendEntry(tx, {
      action: facts.titleLanguageCorrected,
      actor: hand,
      object: { kind: 'thread', id: threadId },
      threadId,
      spaceId: thread.spaceId,
      detail: { lang: thread.lang, dir: thread.dir, was: found.thread.lang }
    });
    return thread;
  });
  announceThread(thread, await readState(thread));
}
