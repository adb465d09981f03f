import { asc, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { mayAdminister } from '#features/people/server/may.ts';
import { organisations } from '#features/people/server/tables.ts';
import type { Names } from '#lib/names.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import { supportLevels, type SupportLevel } from '../purposes.ts';
import { supportDesks } from './support-tables.ts';

export interface Desk {
  id: string;
  level: SupportLevel;
  country: string | null;
  region: string | null;
  organisation: { slug: string; names: Names };
}

/** The desks that answer now, headquarters last, for administrators. */
export async function listDesks(actor: Actor): Promise<Desk[]> {
  if (!mayAdminister(actor)) throw new Refusal('not-allowed');
  const rows = await db
    .select({
      id: supportDesks.id,
      level: supportDesks.level,
      country: supportDesks.country,
      region: supportDesks.region,
      organisation: { slug: organisations.slug, names: organisations.names }
    })
    .from(supportDesks)
    .innerJoin(organisations, eq(organisations.id, supportDesks.organisationId))
    .where(isNull(supportDesks.endedAt))
    .orderBy(asc(supportDesks.country), asc(supportDesks.region), asc(supportDesks.createdAt));
  return rows.sort((a, b) => supportLevels.indexOf(a.level) - supportLevels.indexOf(b.level));
}
