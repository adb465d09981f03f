import { asc, desc, eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { organisations } from '#features/people/server/tables.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import type { Names } from '#lib/names.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import { sessionSeries } from './plan-tables.ts';
import { sessions } from './tables.ts';

export interface SeriesView {
  id: string;
  title: string;
  lang: string;
  space: { id: string; slug: string; titles: Names };
}

/** A series, for who may read its forum. */
export async function readSeries(actor: Actor, id: string): Promise<SeriesView> {
  const [row] = await db.select().from(sessionSeries).where(eq(sessionSeries.id, id));
  if (!row) throw new Refusal('not-found');
  const { id: spaceId, slug, titles } = await readSpace(actor, { id: row.spaceId });
  return { id, title: row.title, lang: row.lang, space: { id: spaceId, slug, titles } };
}

/** What a session that is scheduled may belong to: the forum's events and series; organisations that may hold it too. */
export async function listBelongings(spaceId: string): Promise<{
  events: { id: string; title: string }[];
  series: { id: string; title: string }[];
  organisations: { id: string; names: Names }[];
}> {
  return {
    events: await db
      .select({ id: sessions.id, title: sessions.title })
      .from(sessions)
      .where(eq(sessions.spaceId, spaceId))
      .orderBy(desc(sessions.startsAt))
      .limit(100),
    series: await db
      .select({ id: sessionSeries.id, title: sessionSeries.title })
      .from(sessionSeries)
      .where(eq(sessionSeries.spaceId, spaceId))
      .orderBy(asc(sessionSeries.title))
      .limit(200),
    organisations: await db
      .select({ id: organisations.id, names: organisations.names })
      .from(organisations)
      .orderBy(asc(organisations.slug))
      .limit(1000)
  };
}
