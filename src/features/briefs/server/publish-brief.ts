import { asc, eq, max } from 'drizzle-orm';
import type * as v from 'valibot';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import { readAct } from '#features/people/server/read-act.ts';
import type { Actor } from '#features/people/people.ts';
import { appendDocument } from '#features/search/server/append-document.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic, db, isUniqueViolation } from '#lib/server/db.ts';
import { events, type Contributor, type newPublication } from '../briefs.ts';
import { plainText } from '../words.ts';
import { appendBriefLinks } from './append-brief-links.ts';
import { findBrief } from './find-brief.ts';
import { briefKeeper } from './keeper.ts';
import { publicationDocument } from './list-documents.ts';
import { mayPublishBrief } from './may.ts';
import { briefClients, briefPublications } from './tables.ts';
import { textOf } from '../text-json.ts';
import { docOf, hashOf } from './text.ts';

/**
 * Publishes the text as it is stored now, for ever, at a number of its own; a later correction is another number.
 * It carries the organisations that wrote it, as they were then. Refuses not-allowed, `nothing-written`, or conflict
 * when somebody published in the same moment.
 */
export async function publishBrief(
  actor: Actor,
  briefId: string,
  input: v.InferOutput<typeof newPublication>
): Promise<{ number: number }> {
  const { brief, standing } = await findBrief(actor, briefId);
  if (!mayPublishBrief(actor, standing))
    throw new Refusal(actor.kind === 'guest' ? 'not-signed-in' : 'not-allowed');
  const act = await readAct(actor, input.capacity);
  const text = textOf(docOf(await briefKeeper.load(briefId)));
  if (!plainText(text).trim()) throw new Refusal('invalid', 'nothing-written');
  const { organisations, persons } = await readWriters(briefId);
  const sha256 = hashOf({ title: brief.title, text, organisations, persons });
  try {
    const number = await atomic(async (tx) => {
      const [{ last }] = await tx
        .select({ last: max(briefPublications.number) })
        .from(briefPublications)
        .where(eq(briefPublications.briefId, briefId));
      const next = (last ?? 0) + 1;
      const row = {
        ...act,
        briefId,
        number: next,
        name: brief.title,
        text,
        organisations,
        persons,
        sha256,
        publishedAt: new Date()
      };
      await tx.insert(briefPublications).values(row);
      await appendDocument(tx, publicationDocument({ spaceId: brief.space.id, lang: brief.lang }, row));
      await appendBriefLinks(tx, { id: briefId, spaceId: brief.space.id }, text);
      await appendEntry(tx, {
        action: events.published,
        actor: act,
        object: { kind: 'brief', id: briefId },
        spaceId: brief.space.id,
        detail: { number: next, sha256 }
      });
      return next;
    });
    announce({ name: events.published, rooms: [], payload: { briefId, number, title: brief.title } });
    return { number };
  } catch (fault) {
    if (isUniqueViolation(fault)) throw new Refusal('conflict');
    throw fault;
  }
}

/** Everyone in whose name text was written, in the order in which they began. */
async function readWriters(briefId: string): Promise<{ organisations: Contributor[]; persons: string[] }> {
  const rows = await db
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
