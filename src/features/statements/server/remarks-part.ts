import { and, asc, desc, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import type { RoomPart } from '#features/sessions/server/list-parts.ts';
import { newId } from '#lib/id.ts';
import { remarkLimits, remarksKey, type RemarkDelta, type RemarkView } from '../remarks.ts';
import { sessionRemarks, type RemarkRow } from './remark-tables.ts';

export const remarkView = (row: RemarkRow): RemarkView => ({
  id: row.id,
  number: row.number,
  act: actOf(row),
  body: row.body,
  lang: row.lang,
  dir: row.dir,
  at: row.postedAt.toISOString(),
  cited: row.citedAt !== null
});
export const deltaOf = (row: RemarkRow): RemarkDelta =>
  row.hiddenAt ? { gone: row.id } : { set: remarkView(row) };

/** The chat; it grows, and a window shows the end of it. */
export const remarksPart: RoomPart<RemarkView[], RemarkDelta, string | null> = {
  key: remarksKey,
  read: async (from, { id }) => {
    const rows = await from
      .select()
      .from(sessionRemarks)
      .where(and(eq(sessionRemarks.sessionId, id), isNull(sessionRemarks.hiddenAt)))
      .orderBy(desc(sessionRemarks.number))
      .limit(remarkLimits.shown);
    return rows.reverse().map(remarkView);
  },
  missed: async (from, { id }, since) => {
    const rows = await from
      .select()
      .from(sessionRemarks)
      .where(and(eq(sessionRemarks.sessionId, id), gt(sessionRemarks.seq, since)))
      .orderBy(desc(sessionRemarks.seq), desc(sessionRemarks.number))
      .limit(2 * remarkLimits.shown);
    return rows.reverse().map(deltaOf);
  },
  own: async (_, __, actor) => (actor.kind === 'member' ? newId() : null),
  chapter: async (from, { id }) => {
    const cited = await from
      .select()
      .from(sessionRemarks)
      .where(
        and(
          eq(sessionRemarks.sessionId, id),
          isNotNull(sessionRemarks.citedAt),
          isNull(sessionRemarks.hiddenAt)
        )
      )
      .orderBy(asc(sessionRemarks.number));
    if (cited.length === 0) return {};
    return {
      remarks: cited.map((row) => {
        const { cited: _, ...remark } = remarkView(row);
        return remark;
      })
    };
  }
};
