/** The search index made anew out of what is stored: after an upgrade, and by `palabre reindex`. */
import { setImmediate } from 'node:timers/promises';
import * as briefs from '#features/briefs/server/list-documents.ts';
import * as forum from '#features/forum/server/list-documents.ts';
import * as lessons from '#features/lessons/server/list-documents.ts';
import * as positions from '#features/positions/server/list-documents.ts';
import { appendDocument } from '#features/search/server/append-document.ts';
import { countKinds, dropStale } from '#features/search/server/drop-stale.ts';
import type { DocumentKind, SearchDocument } from '#features/search/search.ts';
import * as directory from '#features/search/server/list-directory.ts';
import * as records from '#features/records/server/list-documents.ts';
import * as sessions from '#features/sessions/server/list-documents.ts';
import * as statements from '#features/statements/server/list-documents.ts';
import { atomic, type Tx } from '#lib/server/db.ts';
import { log } from '#lib/server/log.ts';

interface Source {
  kinds: DocumentKind[];
  list(from: Tx, after: string, size: number): Promise<{ documents: SearchDocument[]; last: string | null }>;
  count(): Promise<number>;
  /** A list of ours, written at the first start: while it is not there, nobody's text is missing. */
  ours?: true;
}

/** Every slice that has something to be found. */
const sources: Source[] = [
  { kinds: ['thread', 'post'], list: forum.listDocuments, count: forum.countDocuments },
  { kinds: ['session'], list: sessions.listSessionDocuments, count: sessions.countSessionDocuments },
  {
    kinds: ['statement'],
    list: statements.listStatementDocuments,
    count: statements.countStatementDocuments
  },
  { kinds: ['record'], list: records.listRecordDocuments, count: records.countRecordDocuments },
  { kinds: ['brief'], list: briefs.listBriefDocuments, count: briefs.countBriefDocuments },
  { kinds: ['publication'], list: briefs.listPublicationDocuments, count: briefs.countPublicationDocuments },
  { kinds: ['lesson'], list: lessons.listDocuments, count: lessons.countDocuments },
  { kinds: ['position'], list: positions.listDocuments, count: positions.countDocuments },
  { kinds: ['space'], list: directory.listSpaceDocuments, count: directory.countSpaceDocuments },
  {
    kinds: ['organisation'],
    list: directory.listOrganisationDocuments,
    count: directory.countOrganisationDocuments
  },
  { kinds: ['person'], list: directory.listPersonDocuments, count: directory.countPersonDocuments },
  {
    kinds: ['country'],
    list: directory.listCountryDocuments,
    count: directory.countCountryDocuments,
    ours: true
  }
];

/** How many texts there are, and how many documents of them the index has. The same, when all is well. */
export async function compareIndex(): Promise<{
  texts: number;
  documents: number;
  /** Whether it has too little of some kind. */
  behind: boolean;
}> {
  const kinds = await countKinds();
  let [texts, documents] = [0, 0];
  let behind = false;
  for (const { kinds: own, count, ours } of sources) {
    const there = await count();
    const found = own.reduce((sum, kind) => sum + (kinds.get(kind) ?? 0), 0);
    behind ||= found < there;
    if (ours) continue;
    texts += there;
    documents += found;
  }
  return { texts, documents, behind };
}

/**
 * Writes every text into the index again, a few at a time, each few in one transaction that reads and writes them, so
 * that what people write meanwhile is neither held up nor overwritten. May be stopped and begun again at any time.
 */
export async function reindex(told: (written: number) => void = () => undefined): Promise<number> {
  const begun = new Date();
  let written = 0;
  for (const { list } of sources)
    for (let after: string | null = ''; after !== null;) {
      const from: string = after;
      const batch = await atomic(async (tx) => {
        const found = await list(tx, from, 50);
        for (const document of found.documents) await appendDocument(tx, document);
        return found;
      });
      written += batch.documents.length;
      after = batch.last;
      told(written);
      await setImmediate();
    }
  await dropStale(
    sources.flatMap(({ kinds }) => kinds),
    begun
  );
  return written;
}

/** After an upgrade there are texts that no document was written of: written now, while the house is open. */
export async function reindexWhenBehind(): Promise<void> {
  const { texts, documents, behind } = await compareIndex();
  if (!behind) return;
  log.info({ texts, documents }, 'the search index is behind: writing it anew');
  log.info({ written: await reindex() }, 'the search index is whole');
}
