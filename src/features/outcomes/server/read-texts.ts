import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { briefs } from '#features/briefs/server/tables.ts';
import type { Tx } from '#lib/server/db.ts';
import { sessionTexts } from './tables.ts';

export async function currentText(from: Tx, sessionId: string) {
  const [row] = await from
    .select()
    .from(sessionTexts)
    .where(and(eq(sessionTexts.sessionId, sessionId), isNull(sessionTexts.endedAt)));
  return row;
}

export const listTexts = (from: Tx, sessionId: string) =>
  from
    .select()
    .from(sessionTexts)
    .where(eq(sessionTexts.sessionId, sessionId))
    .orderBy(asc(sessionTexts.shownAt), asc(sessionTexts.id));

/** The briefs of a forum that everyone in the room may read, the newest first. */
export const listChoices = (
  from: Tx,
  session: { spaceId: string; audience: string }
): Promise<{ id: string; title: string }[]> =>
  from
    .select({ id: briefs.id, title: briefs.name })
    .from(briefs)
    .where(
      and(
        eq(briefs.spaceId, session.spaceId),
        session.audience === 'members' ? undefined : eq(briefs.audience, 'readers')
      )
    )
    .orderBy(desc(briefs.createdAt))
    .limit(100);
