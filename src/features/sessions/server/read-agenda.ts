import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Tx } from '#lib/server/db.ts';
import type { AgendaItem } from '../sessions.ts';
import { sessionItems } from './tables.ts';

export async function readAgenda(from: Tx, sessionId: string): Promise<AgendaItem[]> {
  const rows = await from
    .select()
    .from(sessionItems)
    .where(eq(sessionItems.sessionId, sessionId))
    .orderBy(asc(sessionItems.position));
  return rows.map(({ id, position, title, minutes, document, openedAt, closedAt }) => ({
    id,
    position,
    title,
    minutes,
    document,
    openedAt: openedAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null
  }));
}

/** The numbers of the items by their id: what records of other slices name them by. */
export const readItemNumbers = async (from: Tx, sessionId: string): Promise<Map<string, number>> =>
  new Map((await readAgenda(from, sessionId)).map((item) => [item.id, item.position]));

/** The item of the agenda that is open now, if one is. */
export async function currentItem(
  tx: Tx,
  sessionId: string
): Promise<{ id: string; position: number } | undefined> {
  const [item] = await tx
    .select({ id: sessionItems.id, position: sessionItems.position })
    .from(sessionItems)
    .where(
      and(
        eq(sessionItems.sessionId, sessionId),
        isNotNull(sessionItems.openedAt),
        isNull(sessionItems.closedAt)
      )
    );
  return item;
}
