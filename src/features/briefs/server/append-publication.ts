import { asc, eq, max } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import type { Act } from '#features/people/people.ts';
import { appendDocument } from '#features/search/server/append-document.ts';
import type { Tx } from '#lib/server/db.ts';
import { events, type BriefAudience, type Contributor } from '../briefs.ts';
import { textOf } from '../text-json.ts';
import { plainText } from '../words.ts';
import { appendBriefLinks } from './append-brief-links.ts';
import { publicationDocument } from './list-documents.ts';
import { readLog } from './read-log.ts';
import { briefClients, briefPublications } from './tables.ts';
import { docOf, hashOf } from './text.ts';

interface Published {
  id: string;
  title: string;
  lang: string;
  audience: BriefAudience;
  space: { id: string };
}

/** The text as it is stored at this moment, for good, at its next number, with those who wrote it. Nothing when nothing is written. */
export async function appendPublication(
  tx: Tx,
  act: Act,
  { id: briefId, title, lang, audience, space }: Published,
  publishedAt = new Date()
): Promise<{ number: number; sha256: string } | null> {
  const text = textOf(docOf(await readLog(tx, briefId)));
  if (!plainText(text).trim()) return null;
  const { organisations, persons } = await readWriters(tx, briefId);
  const sha256 = hashOf({ title, text, organisations, persons });
  const [{ last }] = await tx
    .select({ last: max(briefPublications.number) })
    .from(briefPublications)
    .where(eq(briefPublications.briefId, briefId));
  const number = (last ?? 0) + 1;
  const row = { ...act, briefId, number, name: title, text, organisations, persons, sha256, publishedAt };
  await tx.insert(briefPublications).values(row);
  await appendDocument(tx, publicationDocument({ spaceId: space.id, lang, audience }, row));
  await appendBriefLinks(tx, { id: briefId, spaceId: space.id, audience }, text);
  await appendEntry(tx, {
    action: events.published,
    actor: act,
    object: { kind: 'brief', id: briefId },
    spaceId: space.id,
    detail: { number, sha256 },
    at: publishedAt
  });
  return { number, sha256 };
}

/** Everyone in whose name text was written, in the order in which they began. */
async function readWriters(
  from: Tx,
  briefId: string
): Promise<{ organisations: Contributor[]; persons: string[] }> {
  const rows = await from
    .select()
    .from(briefClients)
    .where(eq(briefClients.briefId, briefId))
    .orderBy(asc(briefClients.firstSeen), asc(briefClients.clientId));
  const organisations = new Map<string, Contributor>();
  const persons = new Set<string>();
  for (const { personName, organisationId, organisation, organisationSlug, country } of rows.map(actOf)) {
    if (organisationId && organisation)
      organisations.set(
        organisationId,
        organisations.get(organisationId) ?? { slug: organisationSlug, names: organisation, country }
      );
    else persons.add(personName);
  }
  return { organisations: [...organisations.values()], persons: [...persons] };
}
