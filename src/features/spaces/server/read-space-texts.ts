import { and, desc, eq, inArray, max } from 'drizzle-orm';
import { persons } from '#features/people/server/tables.ts';
import { nameIn, nameLang } from '#lib/names.ts';
import { db } from '#lib/server/db.ts';
import { renderKept } from '#lib/server/markdown.ts';
import type { SpaceTextKind, SpaceTextView } from '../spaces.ts';
import { spaceTexts } from './tables.ts';

type Row = Pick<typeof spaceTexts.$inferSelect, 'spaceId' | 'kind' | 'number' | 'texts' | 'createdAt'> & {
  writer: { id: string; name: string };
};

/** The newest house rules or summary of each of some spaces, in one query; by space. Also those that were taken away. */
export async function readCurrentTexts(spaceIds: string[], kind?: SpaceTextKind): Promise<Map<string, Row>> {
  if (spaceIds.length === 0) return new Map();
  const newest = db
    .select({ spaceId: spaceTexts.spaceId, kind: spaceTexts.kind, last: max(spaceTexts.number).as('last') })
    .from(spaceTexts)
    .where(and(inArray(spaceTexts.spaceId, spaceIds), kind ? eq(spaceTexts.kind, kind) : undefined))
    .groupBy(spaceTexts.spaceId, spaceTexts.kind)
    .as('newest');
  const rows = await db
    .select({
      spaceId: spaceTexts.spaceId,
      kind: spaceTexts.kind,
      number: spaceTexts.number,
      texts: spaceTexts.texts,
      createdAt: spaceTexts.createdAt,
      writer: { id: persons.id, name: persons.name }
    })
    .from(spaceTexts)
    .innerJoin(
      newest,
      and(
        eq(newest.spaceId, spaceTexts.spaceId),
        eq(newest.kind, spaceTexts.kind),
        eq(newest.last, spaceTexts.number)
      )
    )
    .innerJoin(persons, eq(persons.id, spaceTexts.writtenBy));
  return new Map(rows.map((row) => [kind ? row.spaceId : row.kind, row]));
}

/** The house rules and the pinned summary of a space that the reader may read (the caller asked). */
export async function readSpaceTexts(
  spaceId: string,
  locale: string
): Promise<Record<SpaceTextKind, SpaceTextView>> {
  const texts = await readCurrentTexts([spaceId]);
  return { rules: textView(texts.get('rules'), locale), summary: textView(texts.get('summary'), locale) };
}

/** A text in the reader's language, rendered; an empty one where there is none. */
export function textView(row: Row | undefined, locale: string): SpaceTextView {
  if (!row) return { number: 0, texts: {}, lang: locale, html: '', writtenBy: null, writtenAt: null };
  const { spaceId, kind, number, texts, writer, createdAt } = row;
  const lang = nameLang(texts, locale);
  const text = nameIn(texts, locale);
  return {
    number,
    texts,
    lang,
    html: text && renderKept(`space ${spaceId} ${kind} ${number} ${lang}`, text),
    writtenBy: writer,
    writtenAt: createdAt
  };
}

/** Every text that was, newest first, with who wrote it and when. At most 100. */
export async function listSpaceTexts(
  spaceId: string,
  kind: SpaceTextKind,
  locale: string
): Promise<SpaceTextView[]> {
  const rows = await db
    .select({
      spaceId: spaceTexts.spaceId,
      kind: spaceTexts.kind,
      number: spaceTexts.number,
      texts: spaceTexts.texts,
      createdAt: spaceTexts.createdAt,
      writer: { id: persons.id, name: persons.name }
    })
    .from(spaceTexts)
    .innerJoin(persons, eq(persons.id, spaceTexts.writtenBy))
    .where(and(eq(spaceTexts.spaceId, spaceId), eq(spaceTexts.kind, kind)))
    .orderBy(desc(spaceTexts.number))
    .limit(100);
  return rows.map((row) => textView(row, locale));
}
