import { and, asc, eq, isNull } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import type { RoomPart } from '#features/sessions/server/list-parts.ts';
import type { Tx } from '#lib/server/db.ts';
import { headsKey, type Head, type HeadsChapter } from '../delegations.ts';
import { sessionHeads } from './delegation-tables.ts';

/** Who leads each delegation. In the record: those who led at its end. */
export const headsPart: RoomPart<Head[]> = {
  key: headsKey,
  read: async (from, { id }) =>
    (await readHeads(from, id)).map(({ key, personId, personName }) => ({ key, personId, name: personName })),
  async chapter(from, { id }): Promise<Record<string, unknown> & HeadsChapter> {
    const heads = await readHeads(from, id);
    if (heads.length === 0) return {};
    return { heads: heads.map((row) => ({ act: actOf(row), namedAt: row.namedAt.toISOString() })) };
  }
};

export async function readHeads(from: Tx, sessionId: string) {
  const rows = await from
    .select()
    .from(sessionHeads)
    .where(and(eq(sessionHeads.sessionId, sessionId), isNull(sessionHeads.endedAt)))
    .orderBy(asc(sessionHeads.namedAt), asc(sessionHeads.id));
  // By key in our own order: databases sort letters differently.
  return rows.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}
