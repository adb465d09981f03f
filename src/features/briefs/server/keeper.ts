import { and, eq, lt, lte } from 'drizzle-orm';
import type { Act, Actor } from '#features/people/people.ts';
import { appendDocument } from '#features/search/server/append-document.ts';
import { atomic, db, type Tx } from '#lib/server/db.ts';
import { events, SCHEMA_VERSION, type BriefRole } from '../briefs.ts';
import { plainText } from '../words.ts';
import { appendBriefLinks } from './append-brief-links.ts';
import { briefDocument, textOfState } from './list-documents.ts';
import { roleIn } from './may.ts';
import { readLog } from './read-log.ts';
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

  load: (id: string) => readLog(db, id),

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
