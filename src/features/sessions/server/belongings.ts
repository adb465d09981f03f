import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Act } from '#features/people/people.ts';
import { organisations } from '#features/people/server/tables.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import type { CoOrganiser } from '../planning.ts';
import { sessionSeries } from './plan-tables.ts';
import { sessions } from './tables.ts';

export interface Belongings {
  parent?: string;
  series?: string;
  newSeries?: string;
  coOrganisers?: string[];
}

/** What a new session belongs to: an event and a series of the same forum, and the organisations that hold it too, named as they are now. */
export async function readBelongings(
  tx: Tx,
  spaceId: string,
  input: Belongings,
  of: { act: Act; lang: string; at: Date }
): Promise<{ parentId: string | null; seriesId: string | null; coOrganisers: CoOrganiser[] }> {
  if (input.parent) {
    const here = and(
      eq(sessions.id, input.parent),
      eq(sessions.spaceId, spaceId),
      isNull(sessions.cancelledAt)
    );
    const [known] = await tx.select({ id: sessions.id }).from(sessions).where(here);
    if (!known) throw new Refusal('invalid', 'parent-unknown', 'parent');
  }
  return {
    parentId: input.parent ?? null,
    seriesId: await readSeriesId(tx, spaceId, input, of),
    coOrganisers: await readOrganisers(tx, [...new Set(input.coOrganisers ?? [])])
  };
}

async function readSeriesId(
  tx: Tx,
  spaceId: string,
  { series, newSeries }: Belongings,
  { act, lang, at }: { act: Act; lang: string; at: Date }
): Promise<string | null> {
  if (newSeries) {
    const id = newId();
    const row = { id, spaceId, title: newSeries, lang, startedBy: act, createdAt: at };
    await tx.insert(sessionSeries).values(row);
    return id;
  }
  if (!series) return null;
  const here = and(eq(sessionSeries.id, series), eq(sessionSeries.spaceId, spaceId));
  const [known] = await tx.select({ id: sessionSeries.id }).from(sessionSeries).where(here);
  if (!known) throw new Refusal('invalid', 'series-unknown', 'series');
  return known.id;
}

async function readOrganisers(tx: Tx, ids: string[]): Promise<CoOrganiser[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: organisations.id, slug: organisations.slug, names: organisations.names })
    .from(organisations)
    .where(inArray(organisations.id, ids));
  if (rows.length !== ids.length) throw new Refusal('invalid', 'organisation-unknown', 'coOrganisers');
  return ids.map((id) => rows.find((row) => row.id === id)!);
}
