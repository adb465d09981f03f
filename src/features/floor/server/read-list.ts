import { eq } from 'drizzle-orm';
import type { Tx } from '#lib/server/db.ts';
import { limits, type ListState, type TurnLimits } from '../floor.ts';
import { speakersLists } from './tables.ts';

/** What the chair decided about the list; as it is at first when they decided nothing. */
export async function readList(from: Tx, sessionId: string): Promise<ListState> {
  const [row] = await from.select().from(speakersLists).where(eq(speakersLists.sessionId, sessionId));
  return row
    ? {
        rule: row.rule,
        observersLast: row.observersLast,
        closedAt: row.closedAt?.toISOString() ?? null,
        limits: row.limits,
        itemLimits: row.itemLimits
      }
    : {
        rule: 'first_time',
        observersLast: true,
        closedAt: null,
        limits: limits.turnSeconds,
        itemLimits: {}
      };
}

/** The limits under an item of the agenda: its own, else those of the session. */
export const limitsUnder = (list: ListState, itemId: string | null): TurnLimits =>
  (itemId && list.itemLimits[itemId]) || list.limits;
