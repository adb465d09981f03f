import { and, asc, eq, gt, lte } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import type { Tx } from '#lib/server/db.ts';
import type { CapturedView } from '../captured.ts';
import { sessionLessons } from './tables.ts';

/** The lessons captured in a session, in their order: those after a sequence, or up to one. */
export async function readLessons(
  from: Tx,
  sessionId: string,
  { since, upTo }: { since?: number; upTo?: number } = {}
): Promise<CapturedView[]> {
  const rows = await from
    .select()
    .from(sessionLessons)
    .where(
      and(
        eq(sessionLessons.sessionId, sessionId),
        since === undefined ? undefined : gt(sessionLessons.seq, since),
        upTo === undefined ? undefined : lte(sessionLessons.seq, upTo)
      )
    )
    .orderBy(asc(sessionLessons.seq), asc(sessionLessons.lessonId));
  return rows.map(viewOf);
}

export const viewOf = (row: Omit<typeof sessionLessons.$inferSelect, 'sessionId' | 'seq'>): CapturedView => ({
  id: row.lessonId,
  title: row.heading,
  lang: row.lang,
  polarity: row.polarity,
  anchor: row.anchor,
  act: actOf(row),
  at: row.createdAt.toISOString()
});
