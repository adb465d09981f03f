import { and, eq, isNull } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import { sessionBallots } from './tables.ts';

export type BallotRow = typeof sessionBallots.$inferSelect;

/** A ballot of this session. The session's row is held by the change, so nobody else changes it meanwhile. */
export async function takeBallot(tx: Tx, sessionId: string, id: string): Promise<BallotRow> {
  const [ballot] = await tx
    .select()
    .from(sessionBallots)
    .where(and(eq(sessionBallots.id, id), eq(sessionBallots.sessionId, sessionId)));
  if (!ballot) throw new Refusal('not-found');
  return ballot;
}

/** The ballot that is open in the session: one at most. */
export async function openBallot(tx: Tx, sessionId: string): Promise<BallotRow | undefined> {
  const [ballot] = await tx
    .select()
    .from(sessionBallots)
    .where(
      and(
        eq(sessionBallots.sessionId, sessionId),
        isNull(sessionBallots.endedAt),
        isNull(sessionBallots.withdrawnAt)
      )
    );
  return ballot;
}

/** Refuses when the ballot is over: at the moment of its end it is. What came before and waited for others is in time. */
export function mustBeOpen(ballot: BallotRow, at: Date): void {
  if (ballot.withdrawnAt) throw new Refusal('conflict', 'ballot-withdrawn');
  if (ballot.endedAt || (ballot.endsAt && ballot.endsAt <= at)) throw new Refusal('conflict', 'ballot-ended');
}
