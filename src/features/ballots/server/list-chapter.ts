import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import type { SessionRow } from '#features/sessions/server/list-parts.ts';
import { readItemNumbers } from '#features/sessions/server/read-agenda.ts';
import type { Tx } from '#lib/server/db.ts';
import type { BallotsChapter, RecordedBallot } from '../ballots.ts';
import { readDeciders, readExplanations } from './read-ballots.ts';
import type { BallotRow } from './take-ballot.ts';
import { sessionBallotCasts, sessionBallots } from './tables.ts';

/** The ballots of the record. Of a secret one the sums; of persons' the sums; of what was taken back that it was. */
export async function listChapter(
  from: Tx,
  { id }: SessionRow,
  upTo: number
): Promise<Record<string, unknown>> {
  const rows = await from
    .select()
    .from(sessionBallots)
    .where(and(eq(sessionBallots.sessionId, id), lte(sessionBallots.seq, upTo)))
    .orderBy(asc(sessionBallots.number));
  if (rows.length === 0) return {};
  const numbers = await readItemNumbers(from, id);
  const deciders = await readDeciders(
    from,
    rows.map((row) => row.id)
  );
  const explanations = (await readExplanations(from, id)).filter(({ seq }) => seq <= upTo);
  const ballots: RecordedBallot[] = [];
  for (const row of rows)
    ballots.push({
      number: row.number,
      item: numbers.get(row.itemId ?? '') ?? null,
      kind: row.kind,
      question: row.question,
      lang: row.lang,
      dir: row.dir,
      options: row.options,
      voter: row.voter,
      secret: row.secret,
      majority: row.majority,
      quorum: row.quorum,
      deciders: row.voter === 'person' ? null : (deciders.get(row.id) ?? []),
      act: actOf(row),
      startedAt: row.startedAt.toISOString(),
      endsAt: row.endsAt?.toISOString() ?? null,
      endedAt: row.endedAt?.toISOString() ?? null,
      endedBy: row.endedBy,
      withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
      result: row.result,
      positions: await listPositions(from, row),
      explanations: explanations
        .filter(({ ballotId }) => ballotId === row.id)
        .map((each) => ({
          id: each.id,
          act: actOf(each),
          lang: each.lang,
          dir: each.dir,
          body: each.body,
          at: each.createdAt.toISOString()
        }))
    });
  return { ballots } satisfies BallotsChapter;
}

async function listPositions(from: Tx, ballot: BallotRow): Promise<RecordedBallot['positions']> {
  if (ballot.secret || ballot.voter === 'person' || !ballot.endedAt) return [];
  const casts = await from
    .select()
    .from(sessionBallotCasts)
    .where(and(eq(sessionBallotCasts.ballotId, ballot.id), isNull(sessionBallotCasts.supersededAt)))
    .orderBy(asc(sessionBallotCasts.holder));
  return casts.map((cast) => ({
    country: cast.country!,
    choice: cast.choice!,
    act: actOf(cast),
    at: cast.castAt.toISOString(),
    revision: cast.revision,
    salt: cast.salt!,
    commitment: cast.commitment!
  }));
}
