import { and, eq, max } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import type { Actor } from '#features/people/people.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import type { PublicationView } from '../briefs.ts';
import { findBrief } from './find-brief.ts';
import { briefPublications } from './tables.ts';

/** A publication exactly as it was published, and the number of the latest. Readable to whoever may read the brief. */
export async function readPublication(
  actor: Actor,
  briefId: string,
  number: number
): Promise<PublicationView> {
  const { brief } = await findBrief(actor, briefId);
  const [row] =
    Number.isSafeInteger(number) && number > 0 && number < 1e6
      ? await db
          .select()
          .from(briefPublications)
          .where(and(eq(briefPublications.briefId, briefId), eq(briefPublications.number, number)))
      : [];
  if (!row) throw new Refusal('not-found');
  const [{ latest }] = await db
    .select({ latest: max(briefPublications.number) })
    .from(briefPublications)
    .where(eq(briefPublications.briefId, briefId));
  return {
    briefId,
    number,
    type: brief.type,
    title: row.name,
    lang: brief.lang,
    space: brief.space,
    targetBody: brief.targetBody,
    agendaItem: brief.agendaItem,
    text: row.text,
    organisations: row.organisations,
    persons: row.persons,
    sha256: row.sha256,
    act: actOf(row),
    publishedAt: row.publishedAt,
    latest: latest ?? number
  };
}
