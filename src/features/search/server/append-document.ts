import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '#lib/server/db.ts';
import { searchTokens } from '#lib/server/search.ts';
import { plainOf } from '../plain.ts';
import { limits, type DocumentKind, type SearchDocument } from '../search.ts';
import { facetsOf } from './facets.ts';
import { putTokens, takeTokens } from './search-index.ts';
import { searchDocuments } from './tables.ts';

/**
 * Puts something into the index, or what it says now in place of what it said: within the transaction that writes the
 * text. Call it again when anything of the document changed (its space, its author's masking, its tags).
 */
export async function appendDocument(tx: Tx, document: SearchDocument): Promise<void> {
  const text = plainOf(document.text.slice(0, limits.indexedText));
  const values = {
    kind: document.kind,
    objectId: document.id,
    spaceId: document.spaceId,
    threadId: document.threadId ?? null,
    audience: document.audience ?? ('readers' as const),
    lang: document.lang,
    country: document.act?.country ?? null,
    organisationSlug: document.act?.organisationSlug ?? null,
    at: document.at,
    indexedAt: new Date(),
    address: document.address,
    title: document.title,
    tags: document.tags ?? [],
    act: document.act,
    text
  };
  const [{ n }] = await tx
    .insert(searchDocuments)
    .values(values)
    .onConflictDoUpdate({ target: [searchDocuments.kind, searchDocuments.objectId], set: values })
    .returning({ n: searchDocuments.n });
  await putTokens(tx, n, {
    title: searchTokens(document.title),
    body: searchTokens(text),
    facets: facetsOf(document)
  });
}

/** Takes something out: withdrawn, hidden, gone. Doing it again changes nothing. */
export async function dropDocument(tx: Tx, kind: DocumentKind, id: string): Promise<void> {
  const [gone] = await tx
    .select({ n: searchDocuments.n })
    .from(searchDocuments)
    .where(and(eq(searchDocuments.kind, kind), eq(searchDocuments.objectId, id)));
  if (!gone) return;
  await takeTokens(tx, gone.n);
  await tx.delete(searchDocuments).where(sql`${searchDocuments.n} = ${gone.n}`);
}
