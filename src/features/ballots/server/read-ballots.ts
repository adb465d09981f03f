import { and, asc, count, eq, gt, inArray, isNull } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import { readItemNumbers } from '#features/sessions/server/read-agenda.ts';
import type { Tx } from '#lib/server/db.ts';
import { renderKept } from '#lib/server/markdown.ts';
import type { Answered, BallotView, ExplanationView } from '../ballots.ts';
import { openBallot, type BallotRow } from './take-ballot.ts';
import {
  sessionBallotCasts,
  sessionBallotDeciders,
  sessionBallotExplanations,
  sessionBallots
} from './tables.ts';

/** The ballots of a session in their order: all, those after a sequence, or one. */
export async function readBallots(
  from: Tx,
  sessionId: string,
  { since, id }: { since?: number; id?: string } = {}
): Promise<BallotView[]> {
  const rows = await from
    .select()
    .from(sessionBallots)
    .where(
      and(
        eq(sessionBallots.sessionId, sessionId),
        since === undefined ? undefined : gt(sessionBallots.seq, since),
        id === undefined ? undefined : eq(sessionBallots.id, id)
      )
    )
    .orderBy(asc(sessionBallots.number));
  if (rows.length === 0) return [];
  const numbers = await readItemNumbers(from, sessionId);
  const deciders = await readDeciders(
    from,
    rows.map((row) => row.id)
  );
  return rows.map((row) => viewOf(row, numbers.get(row.itemId ?? '') ?? null, deciders.get(row.id) ?? []));
}

export async function readDeciders(from: Tx, ids: string[]): Promise<Map<string, string[]>> {
  const rows = await from
    .select()
    .from(sessionBallotDeciders)
    .where(inArray(sessionBallotDeciders.ballotId, ids))
    .orderBy(asc(sessionBallotDeciders.country));
  const lists = new Map<string, string[]>();
  for (const { ballotId, country } of rows) lists.set(ballotId, [...(lists.get(ballotId) ?? []), country]);
  return lists;
}

/** Nothing in it depends on the reader; and before the end nothing on what was answered. */
const viewOf = (row: BallotRow, itemPosition: number | null, deciders: string[]): BallotView => ({
  id: row.id,
  seq: row.seq,
  number: row.number,
  itemPosition,
  kind: row.kind,
  question: row.question,
  lang: row.lang,
  dir: row.dir,
  options: row.options,
  voter: row.voter,
  secret: row.secret,
  majority: row.majority,
  quorum: row.quorum,
  deciders: row.voter === 'person' ? null : deciders,
  startedAt: row.startedAt.toISOString(),
  endsAt: row.endsAt?.toISOString() ?? null,
  endedAt: row.endedAt?.toISOString() ?? null,
  endedBy: row.endedBy,
  withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  result: row.result
});

type ExplanationRow = typeof sessionBallotExplanations.$inferSelect;

export const explanationView = (row: ExplanationRow): ExplanationView => ({
  id: row.id,
  ballotId: row.ballotId,
  act: actOf(row),
  html: renderKept(`explanation:${row.id}`, row.body),
  lang: row.lang,
  dir: row.dir,
  at: row.createdAt.toISOString()
});

export const readExplanations = (from: Tx, sessionId: string, since = -1): Promise<ExplanationRow[]> =>
  from
    .select()
    .from(sessionBallotExplanations)
    .where(and(eq(sessionBallotExplanations.sessionId, sessionId), gt(sessionBallotExplanations.seq, since)))
    .orderBy(asc(sessionBallotExplanations.seq), asc(sessionBallotExplanations.id));

/** Who has answered the ballot that is open; of a look around among persons, how many. */
export async function readAnswered(from: Tx, sessionId: string): Promise<Answered[]> {
  const ballot = await openBallot(from, sessionId);
  if (!ballot || ballot.kind === 'consent') return [];
  const cast = and(eq(sessionBallotCasts.ballotId, ballot.id), isNull(sessionBallotCasts.supersededAt));
  if (ballot.voter === 'person') {
    const [{ people }] = await from.select({ people: count() }).from(sessionBallotCasts).where(cast);
    return people > 0 ? [{ key: ballot.id, ballotId: ballot.id, country: null, people }] : [];
  }
  const rows = await from
    .select({ country: sessionBallotCasts.country })
    .from(sessionBallotCasts)
    .where(cast)
    .orderBy(asc(sessionBallotCasts.country));
  return rows.map(({ country }) => ({
    key: `${ballot.id} ${country}`,
    ballotId: ballot.id,
    country,
    people: 1
  }));
}
