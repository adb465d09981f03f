import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { persons } from '#features/people/server/tables.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import type { RequestOutcome, SpaceRequestView } from '../spaces.ts';
import { mayModerate } from './may.ts';
import { readSpace } from './read-space.ts';
import { spaceRequests } from './tables.ts';

/** Who asked to be let in, for those who moderate: what waits first, then what was decided lately. */
export async function listRequests(actor: Actor, spaceId: string): Promise<SpaceRequestView[]> {
  if (!mayModerate(actor, await readSpace(actor, { id: spaceId }))) throw new Refusal('not-allowed');
  const rows = await db
    .select({
      request: spaceRequests,
      person: { id: persons.id, name: persons.name, country: persons.country }
    })
    .from(spaceRequests)
    .innerJoin(persons, eq(persons.id, spaceRequests.personId))
    .where(eq(spaceRequests.spaceId, spaceId))
    .orderBy(sql`case when ${spaceRequests.outcome} is null then 0 else 1 end`, desc(spaceRequests.createdAt))
    .limit(100);
  return rows.map(({ request: { id, message, createdAt, outcome, reason, decidedAt }, person }) => ({
    id,
    person,
    message,
    createdAt,
    outcome,
    reason,
    decidedAt
  }));
}

/** How many wait, for a moderator's page. */
export async function countRequests(spaceId: string): Promise<number> {
  const rows = await db
    .select({ id: spaceRequests.id })
    .from(spaceRequests)
    .where(and(eq(spaceRequests.spaceId, spaceId), isNull(spaceRequests.outcome)));
  return rows.length;
}

/** What became of one's own newest request to a space. */
export async function readOwnRequest(
  actor: Actor,
  spaceId: string
): Promise<{ id: string; outcome: RequestOutcome | null; reason: string | null; createdAt: Date } | null> {
  if (actor.kind === 'guest') return null;
  const [request] = await db
    .select({
      id: spaceRequests.id,
      outcome: spaceRequests.outcome,
      reason: spaceRequests.reason,
      createdAt: spaceRequests.createdAt
    })
    .from(spaceRequests)
    .where(and(eq(spaceRequests.spaceId, spaceId), eq(spaceRequests.personId, actor.personId)))
    .orderBy(desc(spaceRequests.createdAt))
    .limit(1);
  return request ?? null;
}
