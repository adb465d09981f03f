import { and, asc, isNotNull, isNull, lte } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { changeByClock } from '#features/sessions/server/change-session.ts';
import { db } from '#lib/server/db.ts';
import { limits } from '../ballots.ts';
import { appendEnd } from './append-end.ts';
import { takeBallot } from './take-ballot.ts';
import { sessionBallots } from './tables.ts';

/**
 * Ends every ballot whose time is over, and a moment later: what came in time, and waited for others, is counted. The moment of the end
 * is the one that was set, however late this runs; whoever comes second finds it done.
 */
export async function endDue(now = new Date()): Promise<void> {
  const due = await db
    .select({ id: sessionBallots.id, sessionId: sessionBallots.sessionId })
    .from(sessionBallots)
    .where(
      and(
        isNull(sessionBallots.endedAt),
        isNull(sessionBallots.withdrawnAt),
        isNotNull(sessionBallots.endsAt),
        lte(sessionBallots.endsAt, new Date(now.getTime() - limits.grace))
      )
    )
    .orderBy(asc(sessionBallots.endsAt))
    .limit(50);
  for (const { id, sessionId } of due)
    await changeByClock(sessionId, now, async (change) => {
      const { tx, session } = change;
      const ballot = await takeBallot(tx, sessionId, id);
      if (ballot.endedAt || ballot.withdrawnAt) return;
      const at = ballot.endsAt!;
      const { outcome } = await appendEnd(change, ballot, { by: 'time', at });
      await appendEntry(tx, {
        action: 'ballot.ended',
        actor: null,
        object: { kind: 'ballot', id },
        spaceId: session.spaceId,
        detail: { session: sessionId, by: 'time', outcome: outcome.code },
        at
      });
    });
}
