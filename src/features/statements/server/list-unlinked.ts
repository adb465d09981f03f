import { asc, eq, gt } from 'drizzle-orm';
import type { LinkedText } from '#features/links/links.ts';
import { isLinked } from '#features/links/server/read-linked.ts';
import type { Tx } from '#lib/server/db.ts';
import { sessions } from '#features/sessions/server/tables.ts';
import { statements } from './tables.ts';

/** Of the next statements in the order of their ids those that nothing is kept of that they point at. */
export async function listUnlinked(
  from: Tx,
  after: string,
  size: number
): Promise<{ texts: LinkedText[]; last: string | null }> {
  const rows = await from
    .select({ statement: statements, session: sessions, linked: isLinked('statement', statements.id) })
    .from(statements)
    .innerJoin(sessions, eq(sessions.id, statements.sessionId))
    .where(gt(statements.id, after))
    .orderBy(asc(statements.id))
    .limit(size);
  return {
    texts: rows
      .filter(({ linked }) => !Number(linked))
      .map(({ statement, session }) => ({
        source: {
          kind: 'statement',
          id: statement.id,
          threadId: session.id,
          spaceId: session.spaceId,
          membersOnly: session.audience === 'members'
        },
        text: statement.body,
        at: statement.createdAt
      })),
    last: rows.at(-1)?.statement.id ?? null
  };
}
