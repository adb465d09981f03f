import { and, asc, eq, gt } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import { sessionItems } from '#features/sessions/server/tables.ts';
import type { Tx } from '#lib/server/db.ts';
import type { OutcomeView, OutcomeWords } from '../outcomes.ts';
import { sessionOutcomeRevisions, sessionOutcomes } from './tables.ts';

type Words = Pick<typeof sessionOutcomes.$inferSelect, 'text' | 'lang' | 'dir' | 'who' | 'byDay'>;

/** The outcomes of a session in the order in which they were recorded; with `since`, those that changed after that sequence. */
export async function readOutcomes(
  from: Tx,
  sessionId: string,
  since: number | null = null
): Promise<OutcomeView[]> {
  const asked = and(
    eq(sessionOutcomes.sessionId, sessionId),
    since === null ? undefined : gt(sessionOutcomes.seq, since)
  );
  const rows = await from
    .select({ outcome: sessionOutcomes, position: sessionItems.position })
    .from(sessionOutcomes)
    .leftJoin(sessionItems, eq(sessionItems.id, sessionOutcomes.itemId))
    .where(asked)
    .orderBy(asc(sessionOutcomes.createdAt), asc(sessionOutcomes.id));
  const revisions = await from
    .select({ revision: sessionOutcomeRevisions })
    .from(sessionOutcomeRevisions)
    .innerJoin(sessionOutcomes, eq(sessionOutcomes.id, sessionOutcomeRevisions.outcomeId))
    .where(asked)
    .orderBy(asc(sessionOutcomeRevisions.outcomeId), asc(sessionOutcomeRevisions.number));
  const earlier = Map.groupBy(
    revisions.map(({ revision }) => revision),
    ({ outcomeId }) => outcomeId
  );
  return rows.map(({ outcome, position }) => ({
    id: outcome.id,
    kind: outcome.kind,
    number: outcome.number,
    itemPosition: position,
    ...wordsOf(outcome),
    act: actOf(outcome),
    at: outcome.createdAt.toISOString(),
    earlier: (earlier.get(outcome.id) ?? []).map((revision) => ({
      ...wordsOf(revision),
      until: revision.endedAt.toISOString()
    })),
    withdrawnAt: outcome.withdrawnAt?.toISOString() ?? null,
    reason: outcome.reason
  }));
}

export const wordsOf = ({ text, lang, dir, who, byDay }: Words): OutcomeWords => ({
  text,
  lang,
  dir,
  who,
  by: byDay
});

/** One outcome as it is now, in the session that it is said to be of. */
export async function readOutcome(from: Tx, sessionId: string, id: string): Promise<OutcomeView | undefined> {
  return (await readOutcomes(from, sessionId)).find((one) => one.id === id);
}
