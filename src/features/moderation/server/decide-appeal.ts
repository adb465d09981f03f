import { and, eq, isNull } from 'drizzle-orm';
import type * as v from 'valibot';
import { events as forumEvents } from '#features/forum/forum.ts';
import { announceClosing, appendReopening } from '#features/forum/server/append-closing.ts';
import { appendShowing } from '#features/forum/server/append-hiding.ts';
import type { Actor, Member } from '#features/people/people.ts';
import { appendLifting } from '#features/people/server/append-suspension.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { appendSpaceLifting } from '#features/spaces/server/append-suspension.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic, type Tx } from '#lib/server/db.ts';
import { events, type ActKind, type appealDecision, type ModerationEvent } from '../moderation.ts';
import { appendAct, eventOf, type ActRow } from './append-act.ts';
import { mailOutcome } from './mail-suspension.ts';
import { findAct, hasAnother } from './find-act.ts';
import { actAppeals } from './tables.ts';

/**
 * Decides an appeal: what was decided stays, or is undone at once. By someone other than who decided first, where there
 * is anybody else. Refuses not-allowed (`own-case`, `other-eyes`), conflict `already-decided`.
 */
export async function decideAppeal(
  actor: Actor,
  { actId, outcome, answer }: v.InferOutput<typeof appealDecision>
): Promise<void> {
  const member = mustBeSignedIn(actor);
  const { act, appeal, own, role } = await findAct(actor, actId);
  if (own) throw new Refusal('not-allowed', 'own-case');
  if (!role || !appeal) throw new Refusal('not-allowed');
  if (
    act.personId === member.personId &&
    (await hasAnother(act.spaceId, { decider: member.personId, subject: act.subjectId }))
  )
    throw new Refusal('not-allowed', 'other-eyes');
  const { done, undone } = await atomic(async (tx) => {
    const decided = await tx
      .update(actAppeals)
      .set({ decidedAt: new Date(), decidedBy: member.personId, decidedAs: role, outcome, answer })
      .where(and(eq(actAppeals.actId, actId), isNull(actAppeals.decidedAt)))
      .returning({ id: actAppeals.actId });
    if (decided.length === 0) throw new Refusal('conflict', 'already-decided');
    const undone = outcome === 'overturned' ? await undo(tx, member, act) : null;
    const { spaceId, threadId, postId, subjectId } = act;
    const kind = outcome === 'upheld' ? 'upheld' : (undoings[act.kind] ?? 'lifted');
    const about = { spaceId, threadId, postId, subjectId, reason: answer };
    return { undone, done: await appendAct(tx, member, events.decided, { kind, role, ...about }) };
  });
  if (undone && 'post' in undone)
    announce({ name: forumEvents.replyChanged, rooms: [undone.room], payload: undone });
  else if (undone) await announceClosing(undone, false);
  announce<ModerationEvent>({ name: events.decided, rooms: [], payload: { ...eventOf(done), actId } });
  if (act.kind === 'suspended' && !act.spaceId)
    await mailOutcome(done, outcome === 'upheld' ? 'upheld' : 'lifted');
}

const undoings: Partial<Record<ActKind, ActKind>> = { hidden: 'restored', locked: 'unlocked' };

/** What the act did is undone; what was undone before, or took its end, stays as it is. */
async function undo(tx: Tx, by: Member, { kind, spaceId, threadId, postId, subjectId }: ActRow) {
  if (kind === 'hidden' && threadId && postId)
    return appendShowing(tx, { threadId, postId, personId: by.personId }).catch((fault: unknown) => {
      if (fault instanceof Refusal && fault.reason === 'post-not-hidden') return null;
      throw fault;
    });
  if (kind === 'locked' && threadId) return appendReopening(tx, by, threadId);
  if (kind === 'suspended' && subjectId)
    await (spaceId ? appendSpaceLifting(tx, spaceId, subjectId) : appendLifting(tx, subjectId));
  return null;
}
