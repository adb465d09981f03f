/**
 * How people, organisations, forums and countries are found. Their slices stand below this one and do not know it: they say
 * within their transactions what they wrote (#lib/server/written.ts), and `followDirectory` listens.
 */
import { and, eq, isNotNull } from 'drizzle-orm';
import { organisations, persons } from '#features/people/server/tables.ts';
import { readCurrentText } from '#features/spaces/server/read-current-text.ts';
import { spaces } from '#features/spaces/server/tables.ts';
import { langOf } from '#lib/dir.ts';
import type { Names } from '#lib/names.ts';
import type { Tx } from '#lib/server/db.ts';
import { followWritten } from '#lib/server/written.ts';
import { countryName } from '#lib/vocab/country-name.ts';
import type { SearchDocument } from '../search.ts';
import { appendDocument } from './append-document.ts';

const inAll = (...names: (Names | undefined)[]): string[] => [
  ...new Set(names.flatMap((one) => Object.values(one ?? {})).filter(Boolean))
];
/** The language of what exists in several: of its own if there is one, else that there are several. */
const langIn = (names: Names): string => {
  const [lang, ...others] = Object.keys(names);
  return lang && others.length === 0 ? lang : 'mul';
};

/** A person with an account, as their page shows them: found by members only. */
export const personDocument = (row: typeof persons.$inferSelect): SearchDocument => ({
  kind: 'person',
  id: row.id,
  spaceId: null,
  address: `/people/${row.id}`,
  title: row.name,
  text: [row.title, row.bio].filter(Boolean).join('\n'),
  lang: langOf(`${row.title ?? ''}\n${row.bio ?? ''}`, row.locale ?? 'en'),
  act: null,
  countries: row.country ? [row.country] : [],
  at: row.createdAt,
  audience: 'members'
});

export const organisationDocument = (row: typeof organisations.$inferSelect): SearchDocument => ({
  kind: 'organisation',
  id: row.id,
  spaceId: null,
  address: `/organisations/${row.slug}`,
  title: [...inAll(row.names), row.acronym ?? ''].filter(Boolean).join(' · '),
  text: inAll(row.about).join('\n'),
  lang: langIn(row.names),
  act: null,
  countries: row.country ? [row.country] : [],
  at: row.createdAt
});

/** A forum or circle, with its pinned summary: found by who may read it. */
export const spaceDocument = (row: typeof spaces.$inferSelect, summary: Names = {}): SearchDocument => ({
  kind: 'space',
  id: row.id,
  spaceId: row.id,
  address: `/forums/${row.slug}`,
  title: inAll(row.titles).join(' · '),
  text: inAll(row.purposes, summary).join('\n'),
  lang: langIn(row.titles),
  act: null,
  countries: row.countries,
  at: row.createdAt
});

export const countryDocument = (code: string): SearchDocument => ({
  kind: 'country',
  id: code,
  spaceId: null,
  address: `/countries/${code}`,
  title: [...new Set(['en', 'fr', 'ar'].map((locale) => countryName(code, locale)))].join(' · '),
  text: '',
  lang: 'mul',
  act: null,
  countries: [code],
  at: new Date(0)
});

/** Writes them into the index with what is written of them. Registered once a process, by whoever opens the store. */
export function followDirectory(): void {
  followWritten('person', async (tx, id) => {
    const [row] = await tx
      .select()
      .from(persons)
      .where(and(eq(persons.id, id), isNotNull(persons.email)));
    if (row) await appendDocument(tx, personDocument(row));
  });
  followWritten('organisation', async (tx, id) => {
    const [row] = await tx.select().from(organisations).where(eq(organisations.id, id));
    if (row) await appendDocument(tx, organisationDocument(row));
  });
  followWritten('space', appendSpace);
}

async function appendSpace(tx: Tx, id: string): Promise<void> {
  const [row] = await tx.select().from(spaces).where(eq(spaces.id, id));
  if (row) await appendDocument(tx, spaceDocument(row, (await readCurrentText(id, 'summary', tx))?.texts));
}
