import { and, asc, count, countDistinct, desc, eq, gt, inArray } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import type { SearchDocument } from '#features/search/search.ts';
import { db, type Tx } from '#lib/server/db.ts';
import type { TextNode } from '../briefs.ts';
import { textOf } from '../text-json.ts';
import { plainText } from '../words.ts';
import { briefPublications, briefs, briefStates } from './tables.ts';
import { docOf } from './text.ts';

type BriefRow = typeof briefs.$inferSelect;
interface Batch {
  documents: SearchDocument[];
  last: string | null;
}

/** A folded text longer than this is found by its title: reading it would hold up everyone else. */
const mostBytes = 500_000;

/** How a brief that is being written is found: by its title, and by its text as it was last folded. */
export const briefDocument = (
  brief: Pick<
    BriefRow,
    'id' | 'spaceId' | 'name' | 'lang' | 'audience' | 'createdAt' | keyof ReturnType<typeof actOf>
  >,
  text: string
): SearchDocument => ({
  kind: 'brief',
  id: brief.id,
  spaceId: brief.spaceId,
  address: `/briefs/${brief.id}`,
  title: brief.name,
  text,
  lang: brief.lang,
  act: actOf(brief),
  at: brief.createdAt,
  audience: brief.audience
});

/** How a published text is found: the latest of each brief. */
export const publicationDocument = (
  brief: Pick<BriefRow, 'spaceId' | 'lang' | 'audience'>,
  row: Omit<typeof briefPublications.$inferSelect, 'sha256' | 'organisations' | 'persons'>
): SearchDocument => ({
  kind: 'publication',
  id: row.briefId,
  spaceId: brief.spaceId,
  address: `/briefs/${row.briefId}/published/${row.number}`,
  title: row.name,
  text: plainText(row.text as TextNode),
  lang: brief.lang,
  act: actOf(row),
  at: row.publishedAt,
  audience: brief.audience
});

/** A folded text; nothing when it is too long to be read beside everything else. */
export const textOfState = (state: Uint8Array | undefined): TextNode | null =>
  !state || state.length > mostBytes ? null : textOf(docOf({ state, updates: [] }));

/** Briefs after one of them, in the order of their ids: how the search index is made anew. */
export async function listBriefDocuments(from: Tx, after: string, size: number): Promise<Batch> {
  const rows = await from
    .select()
    .from(briefs)
    .where(gt(briefs.id, after))
    .orderBy(asc(briefs.id))
    .limit(size);
  const documents: SearchDocument[] = [];
  for (const row of rows) {
    const [kept] = await from
      .select({ state: briefStates.state })
      .from(briefStates)
      .where(eq(briefStates.briefId, row.id))
      .orderBy(desc(briefStates.throughSeq))
      .limit(1);
    const text = textOfState(kept?.state);
    documents.push(briefDocument(row, text ? plainText(text) : ''));
  }
  return { documents, last: rows.at(-1)?.id ?? null };
}

export async function listPublicationDocuments(from: Tx, after: string, size: number): Promise<Batch> {
  const ids = await from
    .selectDistinct({ id: briefPublications.briefId })
    .from(briefPublications)
    .where(gt(briefPublications.briefId, after))
    .orderBy(asc(briefPublications.briefId))
    .limit(size);
  if (ids.length === 0) return { documents: [], last: null };
  const rows = await from
    .select({
      publication: briefPublications,
      brief: { spaceId: briefs.spaceId, lang: briefs.lang, audience: briefs.audience }
    })
    .from(briefPublications)
    .innerJoin(briefs, and(eq(briefs.id, briefPublications.briefId)))
    .where(
      inArray(
        briefPublications.briefId,
        ids.map(({ id }) => id)
      )
    )
    .orderBy(asc(briefPublications.briefId), asc(briefPublications.number));
  // Later ones come later and take the place of earlier ones.
  const latest = new Map(
    rows.map(({ publication, brief }) => [publication.briefId, publicationDocument(brief, publication)])
  );
  return { documents: [...latest.values()], last: ids[ids.length - 1].id };
}

export async function countBriefDocuments(): Promise<number> {
  const [{ number }] = await db.select({ number: count() }).from(briefs);
  return Number(number);
}
export async function countPublicationDocuments(): Promise<number> {
  const [{ number }] = await db
    .select({ number: countDistinct(briefPublications.briefId) })
    .from(briefPublications);
  return Number(number);
}
