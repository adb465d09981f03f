import { and, count, inArray, lt } from 'drizzle-orm';
import { atomic, db } from '#lib/server/db.ts';
import type { DocumentKind } from '../search.ts';
import { dropDocument } from './append-document.ts';
import { searchDocuments } from './tables.ts';

/** Takes out what nobody has written again since `before`: after everything was, it is of texts that are gone. */
export async function dropStale(kinds: DocumentKind[], before: Date): Promise<number> {
  let dropped = 0;
  for (;;) {
    const gone = await atomic(async (tx) => {
      const rows = await tx
        .select({ kind: searchDocuments.kind, id: searchDocuments.objectId })
        .from(searchDocuments)
        .where(and(inArray(searchDocuments.kind, kinds), lt(searchDocuments.indexedAt, before)))
        .limit(100);
      for (const { kind, id } of rows) await dropDocument(tx, kind, id);
      return rows.length;
    });
    if (gone === 0) return dropped;
    dropped += gone;
  }
}

/** How many documents of each kind the index has. */
export async function countKinds(): Promise<Map<DocumentKind, number>> {
  const rows = await db
    .select({ kind: searchDocuments.kind, number: count() })
    .from(searchDocuments)
    .groupBy(searchDocuments.kind);
  return new Map(rows.map(({ kind, number }) => [kind, Number(number)]));
}
