import { and, eq, isNull, sql } from 'drizzle-orm';
import { appendAttendance } from '#features/attendance/server/append-attendance.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Act, Actor } from '#features/people/people.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import type { Change } from '#features/sessions/server/list-parts.ts';
import { mayDecide, refusalOf } from '#features/spaces/server/may.ts';
import { Refusal } from '#lib/refusal.ts';
import { answeredKey, choicesOf } from '../ballots.ts';
import type { NewCast } from '../inputs.ts';
import { appendEnd } from './append-end.ts';
import { commitmentOf, newSalt } from './commitment.ts';
import { findVoter, mayReplace } from './find-voter.ts';
import { mustBeOpen, takeBallot, type BallotRow } from './take-ballot.ts';
import { sessionBallotCasts, sessionBallotSums } from './tables.ts';

type CastRow = typeof sessionBallotCasts.$inferSelect;

/**
 * Answers what was put to the room, for one's delegation (or oneself). One answer stands for each: a later one, by whoever holds the
 * mandate then, takes the place of the one before; but what is in the box of a secret ballot stays in it (`ballot-cast`). An objection
 * ends a consent at once. An observer never decides.
 */
export async function castInRoom(actor: Actor, input: NewCast, at = new Date()): Promise<void> {
  await changeSession(actor, input.session, at, { live: true }, async (change) => {
    const { tx, member, session, space } = change;
    if (!mayDecide(actor, space)) throw refusalOf(space, 'observers-do-not-decide');
    const ballot = await takeBallot(tx, session.id, input.ballot);
    const [sent] = await tx.select().from(sessionBallotCasts).where(eq(sessionBallotCasts.id, input.cast));
    if (sent && (sent.personId !== member.personId || sent.ballotId !== ballot.id))
      throw new Refusal('conflict');
    if (sent) return;
    mustBeOpen(ballot, at);
    if (!choicesOf(ballot).includes(input.choice)) throw new Refusal('invalid', 'choice-missing', 'choice');
    const { holder, act, authority } = await findVoter(tx, actor, ballot, input.capacity);
    const [before] = await tx
      .select()
      .from(sessionBallotCasts)
      .where(
        and(
          eq(sessionBallotCasts.ballotId, ballot.id),
          eq(sessionBallotCasts.holder, holder),
          isNull(sessionBallotCasts.supersededAt)
        )
      );
    if (before && ballot.secret) throw new Refusal('conflict', 'ballot-cast');
    mayReplace(before, authority);
    await appendAttendance(change, act);
    await writeCast(change, ballot, { input, holder, act, authority, before });
  });
}

interface Casting {
  input: NewCast;
  holder: string;
  act: Act;
  authority: string | null;
  before: CastRow | undefined;
}

/** Of a secret ballot the row says who answered, the box what; nothing says both. Of a look around among persons the log says nothing. */
async function writeCast(change: Change, ballot: BallotRow, casting: Casting): Promise<void> {
  const { tx, session, at } = change;
  const { input, holder, act, authority, before } = casting;
  const salt = ballot.secret ? null : newSalt();
  const choice = ballot.secret ? null : input.choice;
  const commitment = salt && commitmentOf({ ballot: ballot.id, holder, choice: input.choice, salt });
  const revision = (before?.revision ?? 0) + 1;
  if (before)
    await tx.update(sessionBallotCasts).set({ supersededAt: at }).where(eq(sessionBallotCasts.id, before.id));
  await tx.insert(sessionBallotCasts).values({
    ...{ id: input.cast, ballotId: ballot.id, holder, revision, authority, choice, salt, commitment },
    ...act,
    castAt: at
  });
  if (ballot.secret)
    await tx
      .update(sessionBallotSums)
      .set({ papers: sql`${sessionBallotSums.papers} + 1` })
      .where(and(eq(sessionBallotSums.ballotId, ballot.id), eq(sessionBallotSums.choice, input.choice)));
  if (ballot.kind === 'consent') await appendEnd(change, ballot, { by: 'objection', at });
  else if (!before) change.changed(answeredKey);
  if (ballot.voter === 'delegation')
    await appendEntry(tx, {
      action: 'position.cast',
      actor: act,
      object: { kind: 'ballot', id: ballot.id },
      spaceId: session.spaceId,
      detail: { session: session.id, holder, revision, ...(commitment && { commitment }) },
      at
    });
}
