import { and, eq } from 'drizzle-orm';
import { briefPublications, briefs } from '#features/briefs/server/tables.ts';
import type { Tx } from '#lib/server/db.ts';
import type { MinutesChapter } from '../minutes.ts';
import { sessionMinutes } from './tables.ts';

/** The minutes of a session, and the shared text that they are; nothing before they began. */
export async function readMinutes(from: Tx, sessionId: string) {
  const [row] = await from
    .select({
      published: sessionMinutes.published,
      brief: {
        id: briefs.id,
        generation: briefs.generation,
        title: briefs.name,
        lang: briefs.lang,
        audience: briefs.audience
      }
    })
    .from(sessionMinutes)
    .innerJoin(briefs, eq(briefs.id, sessionMinutes.briefId))
    .where(eq(sessionMinutes.sessionId, sessionId));
  return row;
}

/** What was published of them at the close: a publication never changes. */
export async function readPublished(
  from: Tx,
  sessionId: string
): Promise<Omit<NonNullable<MinutesChapter['minutes']>, 'rapporteurs'>> {
  const [row] = await from
    .select({ publication: briefPublications, lang: briefs.lang })
    .from(sessionMinutes)
    .innerJoin(
      briefPublications,
      and(
        eq(briefPublications.briefId, sessionMinutes.briefId),
        eq(briefPublications.number, sessionMinutes.published)
      )
    )
    .innerJoin(briefs, eq(briefs.id, sessionMinutes.briefId))
    .where(eq(sessionMinutes.sessionId, sessionId));
  if (!row) return {};
  const { briefId, number, sha256, text } = row.publication;
  return { brief: briefId, number, sha256, lang: row.lang, text };
}
