import { eq, sql } from 'drizzle-orm';
import type * as v from 'valibot';
import { holdFiles } from '#features/files/server/append-hold.ts';
import { clearDraft, tellDraft } from '#features/drafts/server/append-draft.ts';
import type { Act, Actor } from '#features/people/people.ts';
import { mustBeSignedIn, readAct } from '#features/people/server/read-act.ts';
import { mayModerate, refusalOf } from '#features/spaces/server/may.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic, isUniqueViolation, type Tx } from '#lib/server/db.ts';
import { limit } from '#lib/server/limits.ts';
import { prepared } from '#lib/server/prepared.ts';
import { limits, replyPlace, type PostView } from '../forum.ts';
import type { newReply } from '../inputs.ts';
import { isSealedBy } from './attribution/read-attribution.ts';
import { pendingEvents, type PendingEvent } from '../pending.ts';
import { announceReply } from './announce-change.ts';
import { appendPending, eventOf, readWaiting } from './append-pending.ts';
import { appendReply } from './append-reply.ts';
import { mustBeOpen } from './bump.ts';
import { findThread } from './find-thread.ts';
import { keepPace } from './keep-pace.ts';
import { mayReply } from './may.ts';
import { waitingView } from './pending-view.ts';
import { experiences } from './purpose-tables.ts';
import { readHold, type Hold } from './read-hold.ts';
import { readRules } from './read-rules.ts';
import { postWithdrawals, posts } from './tables.ts';
import { postView } from './views.ts';

/**
 * Posts a reply once: the same id from the same person again is answered with the post that is there. `at` is for
 * what happened earlier (seed, tests); it also takes the post out of the writer's limit.
 * A reply that must wait comes back with `waits` and no number (see pending.ts). Refuses not-signed-in, not-found,
 * not-allowed (`suspended-here`), too-many (`slow-mode`), or conflict: `thread-closed`, `replies-off`, `id-taken`.
 */
export async function postReply(
  actor: Actor,
  input: v.InferOutput<typeof newReply>,
  { at }: { at?: Date } = {}
): Promise<PostView> {
  const member = mustBeSignedIn(actor);
  const { space } = await findThread(actor, input.threadId);
  const before = await postedBefore(member.personId, input);
  if (before) return before;
  if (!mayReply(actor, space)) throw refusalOf(space);
  const act = await readAct(actor, input.capacity);
  if (!at) await limit('reply', member.personId, limits.repliesPerMinute, 60);
  const now = at ?? new Date();
  const rules = await readRules(space.id, input.threadId);
  const hold = await readHold(actor, space, act, rules, now);
  const paced = !at && !mayModerate(actor, space);
  try {
    const place = replyPlace(input.threadId);
    const pace = async (tx: Tx) => {
      const where = { threadId: input.threadId, spaceId: space.id };
      if (paced) await keepPace(tx, member.personId, where, rules, now);
    };
    const clear = (tx: Tx) => clearDraft(tx, member.personId, place, input.draft);
    if (hold) {
      const waiting = await wait(act, { ...input, spaceId: space.id }, hold, now, pace);
      await atomic(async (tx) => {
        await clear(tx);
        await holdFiles(tx, member.personId, input.attachments ?? [], now);
      });
      return waiting;
    }
    const appended = await atomic(async (tx) => {
      await clear(tx);
      return appendReply(tx, act, input, now, null, () => pace(tx));
    });
    if (input.draft) tellDraft(member.personId, place);
    return await announceReply(appended);
  } catch (error) {
    // Sent twice at once: the other one came first, and this one is the same.
    const twin = isUniqueViolation(error) ? await postedBefore(member.personId, input) : null;
    if (twin) return twin;
    throw error;
  }
}

/** The reply waits instead: it is told to nobody but those who let it out, and to its author. */
async function wait(
  act: Act,
  { id, spaceId, body, ...input }: v.InferOutput<typeof newReply> & { spaceId: string },
  hold: Hold,
  at: Date,
  pace: (tx: Tx) => Promise<void>
): Promise<PostView> {
  const { threadId } = input;
  const row = await atomic(async (tx) => {
    await mustBeOpen(tx, threadId);
    await pace(tx);
    return appendPending(tx, act, { id, spaceId, threadId, subject: null, body, input }, hold, at);
  });
  announce<PendingEvent>({ name: pendingEvents.held, rooms: [], payload: eventOf(row, act.personId) });
  return waitingView(row);
}

const postedQuestion = prepared('posted_before', (from) =>
  from
    .select()
    .from(posts)
    .leftJoin(postWithdrawals, eq(postWithdrawals.postId, posts.id))
    .leftJoin(experiences, eq(experiences.postId, posts.id))
    .where(eq(posts.id, sql.placeholder('id')))
);

async function postedBefore(
  personId: string,
  { id, threadId }: { id: string; threadId: string }
): Promise<PostView | null> {
  const [row] = await postedQuestion({ id });
  if (!row) {
    const waiting = await readWaiting(personId, id, threadId);
    return waiting && waitingView(waiting);
  }
  const theirs = row.posts.personId === personId || (await isSealedBy(personId, row.posts));
  if (!theirs || row.posts.threadId !== threadId) throw new Refusal('conflict', 'id-taken');
  return postView(row.posts, row.post_withdrawals, row.experiences);
}
