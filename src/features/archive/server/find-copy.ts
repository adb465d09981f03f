import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { mayModerate } from '#features/spaces/server/may.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { Refusal } from '#lib/refusal.ts';
import { db, type Tx } from '#lib/server/db.ts';
import { copyRequests, readingCopies } from './tables.ts';

export type CopyRow = typeof readingCopies.$inferSelect;
export type RequestRow = typeof copyRequests.$inferSelect;

/** The copy of a thread that is being prepared or is public; one that was withdrawn is none. */
export async function copyOf(threadId: string, from: Tx = db): Promise<CopyRow | null> {
  const [row] = await from
    .select()
    .from(readingCopies)
    .where(and(eq(readingCopies.threadId, threadId), isNull(readingCopies.withdrawnAt)))
    .orderBy(desc(readingCopies.createdAt))
    .limit(1);
  return row ?? null;
}

/** Whether this is theirs to answer: their own words, or those of an organisation that they may speak for now. */
export const answersFor = (actor: Actor, request: Pick<RequestRow, 'personId' | 'organisationId'>): boolean =>
  actor.kind === 'member' &&
  (request.organisationId
    ? actor.capacities.some(({ value }) => value === request.organisationId)
    : request.personId === actor.personId);

/** Whether they moderate the forum that the thread belongs to; a forum that they may not read is none to them. */
export async function moderatesSpace(actor: Actor, spaceId: string): Promise<boolean> {
  const space = await readSpace(actor, { id: spaceId }).catch((fault: unknown) => {
    if (fault instanceof Refusal) return null;
    throw fault;
  });
  return space !== null && mayModerate(actor, space);
}

/** The copy of a thread for who moderates it. For everyone else there is none. */
export async function findCopyToModerate(actor: Actor, threadId: string): Promise<CopyRow> {
  const copy = await copyOf(threadId);
  if (!copy || !(await moderatesSpace(actor, copy.spaceId))) throw new Refusal('not-found');
  return copy;
}
