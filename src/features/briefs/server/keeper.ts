import { and, asc, desc, eq, lt, lte } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import type { Act, Actor } from '#features/people/people.ts';
import { appendDocument } from '#features/search/server/append-document.ts';
import { atomic, db, type Tx } from '#lib/server/db.ts';
import { events, SCHEMA_VERSION, type BriefRole } from '../briefs.ts';
import { plainText } from '../words.ts';
import { appendBriefLinks } from './append-brief-links.ts';
import { briefDocument, textOfState } from './list-documents.ts';
import { roleIn } from './may.ts';
import { readStanding } from './read-standing.ts';
import { briefClients, briefs, briefStates, briefUpdates } from './tables.ts';

interface Entry {
  id: string;
  seq: number;
  update: Uint8Array;
  authors: { clientId: number; act: Act }[];
}

/** How briefs are kept for the document server: a log of updates, from time to time folded into a state. */
export const briefKeeper = {
  schemaVersion: SCHEMA_VERSION,

  async may(actor: Actor, id: string): Promise<BriefRole> {
    const standing = await readStanding(actor, id);
    return standing ? roleIn(actor, standing) : 'none';
  },

  /**
   * Reads the log before the state: a compaction in between moves rows into a state that is read after it, so
   * nothing falls in the gap. Throws when a row is missing: such a text must not be written on.
   */
  async load(id: string) {
    const [brief] = await db.select({ generation: briefs.generation }).from(briefs).where(eq(briefs.id, id));
    if (!brief) throw new Error('no such brief');
    const rows = await db
      .select({ seq: briefUpdates.seq, update: briefUpdates.update })
      .from(briefUpdates)
      .where(eq(briefUpdates.briefId, id))
      .orderBy(asc(briefUpdates.seq));
    const [kept] = await db
      .select()
      .from(briefStates)
      .where(eq(briefStates.briefId, id))
      .orderBy(desc(briefStates.throughSeq))
      .limit(1);
    const throughSeq = kept?.throughSeq ?? 0;
    const updates = rows.filter(({ seq }) => seq > throughSeq);
    if (updates.some(({ seq }, index) => seq !== throughSeq + index + 1) || (!kept && updates.length === 0))
      throw new Error('the log of this brief has a gap');
    const clients = await db.select().from(briefClients).where(eq(briefClients.briefId, id));
    const authors = clients.map((row) => ({ clientId: Number(row.clientId), act: actOf(row) }));
    return { generation: brief.generation, state: kept?.state ?? null, throughSeq, updates, authors };
  },

  append: (entries: Entry[]): Promise<void> => atomic((tx) => appendUpdates(tx, entries)),

  async compact(id: string, state: Uint8Array, throughSeq: number): Promise<void> {
    const text = textOfState(state);
    await atomic(async (tx) => {
      await tx
        .insert(briefStates)
        .values({ briefId: id, throughSeq, state: Buffer.from(state), createdAt: new Date() })
        .onConflictDoNothing();
      await tx
        .delete(briefUpdates)
        .where(and(eq(briefUpdates.briefId, id), lte(briefUpdates.seq, throughSeq)));
      await tx
        .delete(briefStates)
        .where(and(eq(briefStates.briefId, id), lt(briefStates.throughSeq, throughSeq)));
      const [brief] = await tx.select().from(briefs).where(eq(briefs.id, id));
      // Folding is rare: a text that is being written is found as it was then, not letter by letter.
      await appendDocument(tx, briefDocument(brief, text ? plainText(text) : ''));
      await appendBriefLinks(tx, brief, text);
    });
  },

  /** A brief's own grants, and whatever changes who belongs where. */
  accessChangedBy({ name, payload }: { name: string; payload: unknown }): string | undefined {
    if (name === events.accessChanged) return (payload as { briefId: string }).briefId;
    return /^(space\.(?!started|request|invit|rules|summary)|affiliation\.|mandate\.)/.test(name)
      ? 'all'
      : undefined;
  }
};

/** Stores rows of the log and whose new client ids are. The first row of a brief is its template, stored by startBrief. */
export async function appendUpdates(tx: Tx, entries: Entry[]): Promise<void> {
  const now = new Date();
  await tx.insert(briefUpdates).values(
    entries.map(({ id, seq, update }) => ({
      briefId: id,
      seq,
      update: Buffer.from(update),
      createdAt: now
    }))
  );
  const clients = entries.flatMap(({ id, authors }) =>
    authors.map(({ clientId, act }) => ({ briefId: id, clientId: String(clientId), ...act, firstSeen: now }))
  );
  if (clients.length) await tx.insert(briefClients).values(clients).onConflictDoNothing();
}
