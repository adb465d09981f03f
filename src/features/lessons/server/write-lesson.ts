import { eq } from 'drizzle-orm';
import { appendLinks } from '#features/links/server/append-links.ts';
import { appendDocument } from '#features/search/server/append-document.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import { isCountry, regionOf } from '#lib/vocab/countries.ts';
import type { Facet, LessonFields } from '../lessons.ts';
import { lessonDocument } from './list-documents.ts';
import { indexLessons } from './search-index.ts';
import { lessonFacets, lessons } from './tables.ts';

/** The columns of `lessons` that a lesson's author writes. */
export const columnsOf = ({
  title,
  countries: _c,
  blocks: _b,
  occupations: _o,
  ...columns
}: LessonFields) => ({
  heading: title,
  ...columns
});

/** A lesson's fields as one text, in one order: what the audit chain keeps the digest of. */
export const canonical = (fields: LessonFields): string =>
  JSON.stringify(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Writes what a lesson is found by, in place of what was there: its codes and its words; and what it points at. */
export async function writeFindable(tx: Tx, id: string, fields: LessonFields, isNew: boolean): Promise<void> {
  await tx.delete(lessonFacets).where(eq(lessonFacets.lessonId, id));
  await tx
    .insert(lessonFacets)
    .values(codesOf(fields).map(([facet, value]) => ({ lessonId: id, facet, value })));
  await indexLessons(tx, [{ id, fields }]);
  const [row] = await tx.select().from(lessons).where(eq(lessons.id, id));
  const document = lessonDocument(row);
  await appendDocument(tx, document);
  await appendLinks(tx, { kind: 'lesson', id, threadId: null, spaceId: null }, document.text, isNew);
}

/** Every code of a lesson. The regions are those of its countries on the day it is written. */
export function codesOf(fields: LessonFields): [Facet, string][] {
  const regions = new Set(
    fields.countries.map((country) => regionOf(country)).filter((region) => region !== null)
  );
  const all: Record<Facet, (string | null)[]> = {
    polarity: [fields.polarity],
    region: [...regions],
    country: fields.countries,
    block: fields.blocks,
    axis: [fields.axis],
    evidence: [fields.evidence],
    occupation: fields.occupations,
    language: [fields.lang]
  };
  return Object.entries(all).flatMap(([facet, values]) =>
    [...new Set(values)]
      .filter((value) => value !== null)
      .map((value): [Facet, string] => [facet as Facet, value])
  );
}

export function mustBeKnown(countries: string[]): void {
  if (!countries.every(isCountry)) throw new Refusal('invalid', 'country', 'countries');
}
