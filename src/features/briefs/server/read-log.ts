import { asc, desc, eq } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import type { Tx } from '#lib/server/db.ts';
import { briefClients, briefs, briefStates, briefUpdates } from './tables.ts';

/**
 * A text as it is stored. The log is read before the state: a compaction in between moves rows into a state that is read after
 * it, so nothing falls in the gap. Throws when a row is missing: such a text must not be written on.
 */
export async function readLog(from: Tx, id: string) {
  const [brief] = await from.select({ generation: briefs.generation }).from(briefs).where(eq(briefs.id, id));
  if (!brief) throw new Error('no such brief');
  const rows = await from
    .select({ seq: briefUpdates.seq, update: briefUpdates.update })
    .from(briefUpdates)
    .where(eq(briefUpdates.briefId, id))
    .orderBy(asc(briefUpdates.seq));
  const [kept] = await from
    .select()
    .from(briefStates)
    .where(eq(briefStates.briefId, id))
    .orderBy(desc(briefStates.throughSeq))
    .limit(1);
  const throughSeq = kept?.throughSeq ?? 0;
  const updates = rows.filter(({ seq }) => seq > throughSeq);
  if (updates.some(({ seq }, index) => seq !== throughSeq + index + 1) || (!kept && updates.length === 0))
    throw new Error('the log of this brief has a gap');
  const clients = await from.select().from(briefClients).where(eq(briefClients.briefId, id));
  const authors = clients.map((row) => ({ clientId: Number(row.clientId), act: actOf(row) }));
  return { generation: brief.generation, state: kept?.state ?? null, throughSeq, updates, authors };
}
