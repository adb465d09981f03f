import { and, inArray, isNull } from 'drizzle-orm';
import { db } from '#lib/server/db.ts';
import { sealable } from '../../attribution.ts';
import type { Purpose } from '../../purposes.ts';
import type { PendingRow } from '../append-pending.ts';
import { chathamRules } from '../attribution-tables.ts';
import type { ThreadRow } from '../views.ts';

/** Which of these spaces hold the Rule for threads that begin now. No query where none is asked about. */
export async function listRuledSpaces(spaceIds: string[]): Promise<Set<string>> {
  if (spaceIds.length === 0) return new Set();
  const rows = await db
    .select({ spaceId: chathamRules.spaceId })
    .from(chathamRules)
    .where(
      and(
        inArray(chathamRules.spaceId, [...new Set(spaceIds)]),
        isNull(chathamRules.threadId),
        isNull(chathamRules.endedAt)
      )
    );
  return new Set(rows.map(({ spaceId }) => spaceId));
}

/** `willBeSealed`, for a list. */
export const isSealedPlace = (row: PendingRow, thread: ThreadRow | null, ruled: Set<string>): boolean =>
  row.threadId
    ? Boolean(thread?.unattributedSince)
    : ruled.has(row.spaceId) && sealable.includes((row.input.purpose ?? 'discussion') as Purpose);
