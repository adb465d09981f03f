import { asc, desc, eq, gt } from 'drizzle-orm';
import type { LinkedText } from '#features/links/links.ts';
import { isLinked } from '#features/links/server/read-linked.ts';
import type { Tx } from '#lib/server/db.ts';
import type { TextNode } from '../briefs.ts';
import { addressesIn } from './append-brief-links.ts';
import { textOfState } from './list-documents.ts';
import { briefPublications, briefs, briefStates } from './tables.ts';

/**
 * Of the next briefs in the order of their ids those that nothing is kept of that they point at: as they were last
 * folded, else as they were last published.
 */
export async function listUnlinked(
  from: Tx,
  after: string,
  size: number
): Promise<{ texts: LinkedText[]; last: string | null }> {
  const rows = await from
    .select({
      id: briefs.id,
      spaceId: briefs.spaceId,
      createdAt: briefs.createdAt,
      linked: isLinked('brief', briefs.id)
    })
    .from(briefs)
    .where(gt(briefs.id, after))
    .orderBy(asc(briefs.id))
    .limit(size);
  const texts: LinkedText[] = [];
  for (const { id, spaceId, createdAt } of rows.filter(({ linked }) => !Number(linked)))
    texts.push({
      source: { kind: 'brief', id, threadId: null, spaceId },
      text: addressesIn(await readText(from, id)),
      at: createdAt
    });
  return { texts, last: rows.at(-1)?.id ?? null };
}

async function readText(from: Tx, briefId: string): Promise<TextNode | null> {
  const [folded] = await from
    .select({ state: briefStates.state })
    .from(briefStates)
    .where(eq(briefStates.briefId, briefId))
    .orderBy(desc(briefStates.throughSeq))
    .limit(1);
  if (folded) return textOfState(folded.state);
  const [published] = await from
    .select({ text: briefPublications.text })
    .from(briefPublications)
    .where(eq(briefPublications.briefId, briefId))
    .orderBy(desc(briefPublications.number))
    .limit(1);
  return (published?.text as TextNode | undefined) ?? null;
}
