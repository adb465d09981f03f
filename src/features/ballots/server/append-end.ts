import { and, count, eq, isNull } from 'drizzle-orm';
import type { ClockChange } from '#features/sessions/server/change-session.ts';
import type { Tx } from '#lib/server/db.ts';
import { answeredKey, type BallotResult, type EndedBy } from '../ballots.ts';
import { resultOf, type Answer } from '../count.ts';
import { tellBallot } from './tell-ballot.ts';
import type { BallotRow } from './take-ballot.ts';
import { sessionBallotCasts, sessionBallotDeciders, sessionBallots, sessionBallotSums } from './tables.ts';

/** Ends a ballot inside a change: it is counted, the result is frozen, and every window hears it. Its answers are not touched again. */
export async function appendEnd(
  change: ClockChange,
  ballot: BallotRow,
  { by, at }: { by: EndedBy; at: Date }
): Promise<BallotResult> {
  const { tx, seq } = change;
  const result = await countBallot(tx, ballot);
  await tx
    .update(sessionBallots)
    .set({ endedAt: at, endedBy: by, result, seq })
    .where(eq(sessionBallots.id, ballot.id));
  // What each person showed in a look around was for the moment.
  if (ballot.voter === 'person') await forget(tx, ballot.id);
  await tellBallot(change, ballot.id);
  change.changed(answeredKey);
  return result;
}

/** What was answered is no longer there: of a look around among persons, and of a ballot that was taken back. */
export async function forget(tx: Tx, ballotId: string): Promise<void> {
  await tx
    .update(sessionBallotCasts)
    .set({ choice: null, salt: null })
    .where(eq(sessionBallotCasts.ballotId, ballotId));
  await tx.delete(sessionBallotSums).where(eq(sessionBallotSums.ballotId, ballotId));
}

async function countBallot(tx: Tx, ballot: BallotRow): Promise<BallotResult> {
  const deciders = await tx
    .select()
    .from(sessionBallotDeciders)
    .where(eq(sessionBallotDeciders.ballotId, ballot.id));
  const eligible = ballot.voter === 'person' ? null : deciders.length;
  const standing = and(eq(sessionBallotCasts.ballotId, ballot.id), isNull(sessionBallotCasts.supersededAt));
  if (ballot.secret) {
    const box = await tx.select().from(sessionBallotSums).where(eq(sessionBallotSums.ballotId, ballot.id));
    return resultOf(ballot, eligible, Object.fromEntries(box.map((row) => [row.choice, row.papers])), null);
  }
  if (ballot.voter === 'person') {
    const shown = await tx
      .select({ choice: sessionBallotCasts.choice, people: count() })
      .from(sessionBallotCasts)
      .where(standing)
      .groupBy(sessionBallotCasts.choice);
    return resultOf(ballot, eligible, Object.fromEntries(shown.map((row) => [row.choice, row.people])), null);
  }
  const regions = new Map(deciders.map(({ country, region }) => [country, region]));
  const casts = await tx.select().from(sessionBallotCasts).where(standing);
  const answers = casts.map(({ country, choice }): Answer => ({
    country: country!,
    region: regions.get(country!) ?? null,
    choice: choice!
  }));
  const sums: Record<string, number> = {};
  for (const { choice } of answers) sums[choice] = (sums[choice] ?? 0) + 1;
  return resultOf(ballot, eligible, sums, answers);
}
