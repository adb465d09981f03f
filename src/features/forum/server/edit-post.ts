import { eq } from 'drizzle-orm';
import type * as v from 'valibot';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { clearDraft, tellDraft } from '#features/drafts/server/append-draft.ts';
import { appendLinks } from '#features/links/server/append-links.ts';
import { newlyNamed } from '#features/links/links.ts';
import { readTargets } from '#features/links/server/read-targets.ts';
import { readClearanceHold } from '#features/clearance/server/read-hold.ts';
import type { Actor, Member } from '#features/people/people.ts';
import { isUnattributed, unattributed } from '#features/people/unattributed.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic, db, type Tx } from '#lib/server/db.ts';
import { limit } from '#lib/server/limits.ts';
import { editPlace, events, facts, limits, type PostView } from '../forum.ts';
import type { postEdit } from '../inputs.ts';
import { byHand } from '../own.ts';
import { announcePost } from './announce-change.ts';
import { appendPostDocument } from './append-post-document.ts';
import { seal } from './attribution/seal.ts';
import { filesIn } from './append-post.ts';
import { bumpThread, mustBeOpen } from './bump.ts';
import { attachmentsAfter, languageAfter, sameFiles } from './edited-parts.ts';
import { findPost } from './find-post.ts';
import { mayEdit } from './may.ts';
import { experiences } from './purpose-tables.ts';
import { postRevisions, posts } from './tables.ts';
import { postView, type ExperienceRow, type PostRow, type ThreadRow } from './views.ts';

/** What is changed beside a post in the same transaction. */
type Beside = (tx: Tx, post: PostRow) => Promise<ExperienceRow>;

/**
 * Replaces the text of a post and keeps the former one. Who acted, and in which capacity, stays as it was; the page
 * names who mended it. Refuses not-found, not-allowed, or conflict: `post-changed` (another edit came first),
 * `thread-closed`, `post-withdrawn`, `experience-form`.
 */
export async function editPost(
  actor: Actor,
  input: v.InferOutput<typeof postEdit>,
  { beside }: { beside?: Beside } = {}
): Promise<PostView> {
  const member = mustBeSignedIn(actor);
  const found = await findPost(actor, input);
  if (!mayEdit(actor, found.space, found.author)) throw new Refusal('not-allowed');
  if (found.withdrawn) throw new Refusal('conflict', 'post-withdrawn');
  // Cleared was another text: whoever may not clear does not change what was.
  const editor = { ...found.author, personId: member.personId };
  if (await readClearanceHold(db, editor, found.space.id))
    throw new Refusal('not-allowed', 'edit-needs-clearance');
  const same = found.post.body === input.body && sameFiles(found.post, input) && !input.lang;
  if (same && !beside) return postView(found.post, null);
  await limit('edit', member.personId, limits.repliesPerMinute, 60);
  const editedAt = new Date();
  const place = editPlace(input.id);
  const { thread, post, told } = await atomic(async (tx) => {
    const thread = await bumpThread(tx, input.threadId);
    await mustBeOpen(tx, input.threadId);
    const [old] = await tx.select().from(posts).where(eq(posts.id, input.id));
    if (old.revision !== input.revision) throw new Refusal('conflict', 'post-changed');
    await tx.insert(postRevisions).values({
      postId: old.id,
      revision: old.revision,
      body: old.body,
      lang: old.lang,
      dir: old.dir,
      personId: old.editedById ?? old.personId,
      personName: old.editedByName ?? old.personName,
      createdAt: old.editedAt ?? old.createdAt
    });
    await clearDraft(tx, member.personId, place, input.draft);
    const [post] = await tx
      .update(posts)
      .set({
        body: input.body,
        ...languageAfter(old, input, editedAt, thread.lang),
        attachments: await attachmentsAfter(tx, old, input, member.personId),
        seq: thread.seq,
        revision: old.revision + 1,
        editedAt,
        ...editorOf(found.post, member)
      })
      .where(eq(posts.id, input.id))
      .returning();
    if (isUnattributed(old)) {
      const act = { ...found.author, personId: member.personId, personName: member.name };
      await seal(tx, { threadId: old.threadId, postId: old.id, deed: 'edited', act, at: editedAt });
    }
    const told = beside ? await beside(tx, post) : await mustBePlain(tx, thread, post);
    await appendPostDocument(tx, thread, post);
    const targets = await appendLinks(
      tx,
      { kind: 'post', id: post.id, threadId: post.threadId, spaceId: post.spaceId },
      post.body,
      false
    );
    const named = newlyNamed(readTargets(old.body), targets).length;
    await appendEntry(tx, {
      action: facts.edited,
      actor: byHand(member, post),
      object: { kind: 'post', id: post.id },
      threadId: thread.id,
      spaceId: thread.spaceId,
      text: post.body,
      detail: {
        ...{ number: post.number, revision: post.revision, ...filesIn(post.attachments) },
        // Whom, nobody is told by the record: what is withdrawn would live on in it.
        ...(named > 0 && { named })
      },
      at: editedAt
    });
    return { thread, post, told };
  });
  if (input.draft) tellDraft(member.personId, place);
  const view = postView(post, null, told);
  announcePost(events.replyChanged, thread, view);
  return view;
}

/** Who mended it, for the page; of a sealed post that would tell whose it is. */
const editorOf = (post: PostRow, { personId, name }: Member) =>
  isUnattributed(post)
    ? { editedById: unattributed.personId, editedByName: unattributed.personName }
    : { editedById: personId, editedByName: name };

/** The fields of an experience and its text are changed together, in their form. */
async function mustBePlain(tx: Tx, thread: ThreadRow, post: PostRow): Promise<null> {
  if (thread.purpose !== 'call') return null;
  const [told] = await tx
    .select({ id: experiences.postId })
    .from(experiences)
    .where(eq(experiences.postId, post.id));
  if (told) throw new Refusal('conflict', 'experience-form');
  return null;
}
