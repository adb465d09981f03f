import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import { mandateCovers, type Member } from '#features/people/people.ts';
import type { Tx } from '#lib/server/db.ts';
import type { OwnBallots } from '../ballots.ts';
import { sessionBallotCasts, sessionBallots } from './tables.ts';

/** What stands for the countries that the reader may negotiate for, and what they cast themselves. */
export async function listOwnCasts(
  from: Tx,
  sessionId: string,
  { personId, capacities }: Member
): Promise<OwnBallots['cast']> {
  const holders = capacities.flatMap(({ country, mandate }) =>
    country && mandateCovers(mandate, 'negotiate') ? `country:${country}` : []
  );
  const rows = await from
    .select({ cast: sessionBallotCasts })
    .from(sessionBallotCasts)
    .innerJoin(sessionBallots, eq(sessionBallots.id, sessionBallotCasts.ballotId))
    .where(
      and(
        eq(sessionBallots.sessionId, sessionId),
        isNull(sessionBallotCasts.supersededAt),
        or(
          eq(sessionBallotCasts.personId, personId),
          holders.length > 0 ? inArray(sessionBallotCasts.holder, holders) : undefined
        )
      )
    )
    .orderBy(asc(sessionBallotCasts.castAt), asc(sessionBallotCasts.id));
  return rows.map(({ cast }) => ({
    ballotId: cast.ballotId,
    country: cast.holder.startsWith('country:') ? cast.country : null,
    by: cast.personName,
    at: cast.castAt.toISOString(),
    choice: cast.choice
  }));
}
