import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Tx } from '#lib/server/db.ts';
import { prepared } from '#lib/server/prepared.ts';
import { searchTokens } from '#lib/server/search.ts';
import { plainOf } from '../plain.ts';
import { limits, type DocumentKind, type SearchDocument } from '../search.ts';
import { facetsOf } from './facets.ts';
import { putTokens, takeTokens } from './search-index.ts';
import { searchDocuments } from './tables.ts';

const columns = Object.entries(getTableColumns(searchDocuments)).filter(([key]) => key !== 'n');
const holes = Object.fromEntries(columns.map(([key]) => [key, sql`${sql.placeholder(key)}`]));
const theNew = Object.fromEntries(columns.map(([key, { name }]) => [key, sql.raw(`excluded."${name}"`)]));
/** Every post passes here: built once, not once a post. */
const upsert = prepared('search_document', (tx) =>
  tx
    .insert(searchDocuments)
    .values(holes as never)
    .onConflictDoUpdate({
      target: [searchDocuments.kind, searchDocuments.objectId],
      set: theNew as never
    })
    .returning({ n: searchDocuments.n })
);
const encoded = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    columns.map(([key, column]) => [key, values[key] === null ? null : column.mapToDriverValue(values[key])])
  );

const onlyOne = (codes: string[] = []): string | null => (codes.length === 1 ? codes[0] : null);

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
    country: document.act?.country ?? onlyOne(document.countries),
    organisationSlug: document.act?.organisationSlug ?? null,
    at: document.at,
    indexedAt: new Date(),
    address: document.address,
    title: document.title,
    tags: document.tags ?? [],
    act: document.act,
    text
  };
  const [{ n }] = await upsert(encoded(values), tx);
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
