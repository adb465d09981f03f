import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { EntryActor } from '#features/audit/audit.ts';
import { organisations } from '#features/people/server/tables.ts';
import { newId } from '#lib/id.ts';
import type { Tx } from '#lib/server/db.ts';
import { regionOf } from '#lib/vocab/countries.ts';
import {
  deskDays,
  purposeEvents,
  supportLevels,
  type SupportLevel,
  type SupportStep
} from '../../purposes.ts';
import { supportDesks, supportRequests, supportSteps } from '../support-tables.ts';

export interface Route {
  threadId: string;
  spaceId: string;
  kind: keyof typeof deskDays;
  country: string;
  /** The first level that is tried. */
  level: SupportLevel;
  why: SupportStep['why'];
  reason: string | null;
  by: { actor: EntryActor; personName: string } | null;
  at: Date;
}

/**
 * Sends a request to the desk of `level`, or, where no desk is named, to the next one up, within the transaction of the
 * caller. Each level that it came to is a step, so that the line shows why it is where it is. At headquarters it stays,
 * with or without a desk: administrators see it in their list.
 */
export async function routeRequest(tx: Tx, route: Route): Promise<void> {
  const desks = await desksFor(tx, route.country);
  const ways = supportLevels.slice(supportLevels.indexOf(route.level));
  const level = ways.find((way) => desks.has(way)) ?? 'headquarters';
  let number = await countSteps(tx, route.threadId);
  for (const way of ways.slice(0, ways.indexOf(level) + 1)) {
    const desk = desks.get(way) ?? null;
    const first = way === route.level;
    await tx.insert(supportSteps).values({
      id: newId(),
      threadId: route.threadId,
      number: ++number,
      level: way,
      organisationId: desk?.id ?? null,
      organisationSlug: desk?.slug ?? null,
      organisation: desk?.names ?? null,
      personId: first ? (route.by?.actor.personId ?? null) : null,
      personName: first ? (route.by?.personName ?? null) : null,
      why: first ? route.why : 'no-desk',
      reason: first ? route.reason : null,
      createdAt: route.at
    });
  }
  const desk = desks.get(level);
  await tx
    .update(supportRequests)
    .set({
      level,
      deskOrganisationId: desk?.id ?? null,
      dueAt:
        level === 'headquarters' ? null : new Date(route.at.getTime() + deskDays[route.kind] * 86_400_000)
    })
    .where(eq(supportRequests.threadId, route.threadId));
  await appendEntry(tx, {
    action: route.why === 'opened' ? purposeEvents.supportRequested : purposeEvents.supportRouted,
    actor: route.by?.actor ?? null,
    object: { kind: 'thread', id: route.threadId },
    threadId: route.threadId,
    spaceId: route.spaceId,
    text: route.reason ?? undefined,
    detail: { level, why: route.why, deskId: desk?.id ?? null },
    at: route.at
  });
}

/** The desk in force at each level for a country; the one named last where there are several. */
async function desksFor(tx: Tx, country: string) {
  const rows = await tx
    .select({
      level: supportDesks.level,
      country: supportDesks.country,
      region: supportDesks.region,
      organisation: { id: organisations.id, slug: organisations.slug, names: organisations.names }
    })
    .from(supportDesks)
    .innerJoin(organisations, eq(organisations.id, supportDesks.organisationId))
    .where(and(isNull(supportDesks.endedAt), inArray(supportDesks.level, [...supportLevels])))
    .orderBy(desc(supportDesks.createdAt));
  const region = regionOf(country);
  const fits = (row: (typeof rows)[number]) =>
    row.level === 'country'
      ? row.country === country
      : row.level === 'regional'
        ? region !== null && row.region === region
        : true;
  const found = new Map<SupportLevel, (typeof rows)[number]['organisation']>();
  for (const row of rows) if (fits(row) && !found.has(row.level)) found.set(row.level, row.organisation);
  return found;
}

async function countSteps(tx: Tx, threadId: string): Promise<number> {
  const [last] = await tx
    .select({ number: supportSteps.number })
    .from(supportSteps)
    .where(eq(supportSteps.threadId, threadId))
    .orderBy(desc(supportSteps.number))
    .limit(1);
  return last?.number ?? 0;
}
