import { eq } from 'drizzle-orm';
import type * as v from 'valibot';
import { holdFiles } from '#features/files/server/append-hold.ts';
import { clearDraft, tellDraft } from '#features/drafts/server/append-draft.ts';
import type { Act, Actor } from '#features/people/people.ts';
import { mustBeSignedIn, readAct } from '#features/people/server/read-act.ts';
import { mayContribute, mayModerate, refusalOf } from '#features/spaces/server/may.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic, db, isUniqueViolation, type Tx } from '#lib/server/db.ts';
import { limit } from '#lib/server/limits.ts';
import { limits, threadPlace } from '../forum.ts';
import type { newThread } from '../inputs.ts';
import { isSealedBy } from './attribution/read-attribution.ts';
import { pendingEvents, type HoldReason, type PendingEvent } from '../pending.ts';
import { announceThreadStarted } from './announce-change.ts';
import { appendPending, eventOf, readWaiting } from './append-pending.ts';
import { appendThread } from './append-thread.ts';
import { keepPace } from './keep-pace.ts';
import { mustSuitPurpose } from './purpose-of-thread.ts';
import { readHold, type Hold } from './read-hold.ts';
import { readRules } from './read-rules.ts';
import { posts } from './tables.ts';

/**
 * Starts a thread with its opening post, once per `postId` of one person. `at` as in postReply. One that must wait has
 * the id of its waiting text, and `waits`. Refuses not-signed-in, not-found, not-allowed, too-many, conflict `id-taken`,
 * and what does not suit the purpose (see mustSuitPurpose).
 */
export async function startThread(
  actor: Actor,
  input: v.InferOutput<typeof newThread>,
  { at }: { at?: Date } = {}
): Promise<{ id: string; waits?: HoldReason }> {
  const member = mustBeSignedIn(actor);
  const space = await readSpace(actor, { id: input.spaceId });
  const before = await startedBefore(member.personId, input.postId);
  if (before) return before;
  if (!mayContribute(actor, space)) throw refusalOf(space);
  const act = await readAct(actor, input.capacity);
  if (!at) await limit('thread', member.personId, limits.threadsPerHour, 3600);
  const now = at ?? new Date();
  mustSuitPurpose(actor, space, act, input, now);
  const rules = await readRules(space.id, null);
  const hold = await readHold(actor, space, act, rules, now);
  const paced = !at && !mayModerate(actor, space);
  const pace = async (tx: Tx) => {
    if (paced) await keepPace(tx, member.personId, { threadId: null, spaceId: space.id }, rules, now);
  };
  try {
    const place = threadPlace(space.id);
    if (hold) {
      const waiting = await wait(act, input, hold, now, pace);
      await atomic(async (tx) => {
        await clearDraft(tx, member.personId, place, input.draft);
        await holdFiles(tx, member.personId, input.attachments ?? [], now);
      });
      return waiting;
    }
    const started = await atomic(async (tx) => {
      await pace(tx);
      await clearDraft(tx, member.personId, place, input.draft);
      return appendThread(tx, act, input, now);
    });
    if (input.draft) tellDraft(member.personId, place);
    announceThreadStarted(started);
    return { id: started.thread.id };
  } catch (error) {
    const twin = isUniqueViolation(error) ? await startedBefore(member.personId, input.postId) : null;
    if (twin) return twin;
    throw error;
  }
}

/** The thread waits instead: nobody but its author, and those who let it out, learns of it. */
async function wait(
  act: Act,
  { postId: id, spaceId, title, body, ...input }: v.InferOutput<typeof newThread>,
  hold: Hold,
  at: Date,
  pace: (tx: Tx) => Promise<void>
): Promise<{ id: string; waits: HoldReason }> {
  const row = await atomic(async (tx) => {
    await pace(tx);
    return appendPending(tx, act, { id, spaceId, threadId: null, subject: title, body, input }, hold, at);
  });
  announce<PendingEvent>({ name: pendingEvents.held, rooms: [], payload: eventOf(row, act.personId) });
  return { id, waits: row.reason };
}

async function startedBefore(
  personId: string,
  postId: string
): Promise<{ id: string; waits?: HoldReason } | null> {
  const [row] = await db
    .select({ postId: posts.id, id: posts.threadId, personId: posts.personId, number: posts.number })
    .from(posts)
    .where(eq(posts.id, postId));
  if (!row) {
    const waiting = await readWaiting(personId, postId, null);
    return waiting && { id: postId, waits: waiting.reason };
  }
  const theirs = row.personId === personId || (await isSealedBy(personId, { ...row, id: row.postId }));
  if (!theirs || row.number !== 1) throw new Refusal('conflict', 'id-taken');
  return { id: row.id };
}
