import { and, asc, count, gt, isNotNull } from 'drizzle-orm';
import { organisations, persons } from '#features/people/server/tables.ts';
import { readCurrentText } from '#features/spaces/server/read-current-text.ts';
import { spaces } from '#features/spaces/server/tables.ts';
import { db, type Tx } from '#lib/server/db.ts';
import { memberStates, others } from '#lib/vocab/countries.ts';
import type { SearchDocument } from '../search.ts';
import { countryDocument, organisationDocument, personDocument, spaceDocument } from './directory.ts';

interface Batch {
  documents: SearchDocument[];
  last: string | null;
}
const number = async (query: PromiseLike<{ number: number }[]>): Promise<number> =>
  Number((await query)[0].number);

/** Each of these lists goes on after an id, in the order of ids: how the search index is made anew. */
export async function listPersonDocuments(from: Tx, after: string, size: number): Promise<Batch> {
  const rows = await from
    .select()
    .from(persons)
    .where(and(gt(persons.id, after), isNotNull(persons.email)))
    .orderBy(asc(persons.id))
    .limit(size);
  return { documents: rows.map(personDocument), last: rows.at(-1)?.id ?? null };
}
export const countPersonDocuments = () =>
  number(db.select({ number: count() }).from(persons).where(isNotNull(persons.email)));

export async function listOrganisationDocuments(from: Tx, after: string, size: number): Promise<Batch> {
  const rows = await from
    .select()
    .from(organisations)
    .where(gt(organisations.id, after))
    .orderBy(asc(organisations.id))
    .limit(size);
  return { documents: rows.map(organisationDocument), last: rows.at(-1)?.id ?? null };
}
export const countOrganisationDocuments = () => number(db.select({ number: count() }).from(organisations));

export async function listSpaceDocuments(from: Tx, after: string, size: number): Promise<Batch> {
  const rows = await from
    .select()
    .from(spaces)
    .where(gt(spaces.id, after))
    .orderBy(asc(spaces.id))
    .limit(size);
  const documents: SearchDocument[] = [];
  for (const row of rows)
    documents.push(spaceDocument(row, (await readCurrentText(row.id, 'summary', from))?.texts));
  return { documents, last: rows.at(-1)?.id ?? null };
}
export const countSpaceDocuments = () => number(db.select({ number: count() }).from(spaces));

const codes = [...memberStates, ...others].map(({ alpha2 }) => alpha2).sort();

/** Countries are a list of ours: the index has them once it was written for the first time. */
export async function listCountryDocuments(_from: Tx, after: string, size: number): Promise<Batch> {
  const next = codes.filter((code) => code > after).slice(0, size);
  return { documents: next.map(countryDocument), last: next.at(-1) ?? null };
}
export const countCountryDocuments = async () => codes.length;
