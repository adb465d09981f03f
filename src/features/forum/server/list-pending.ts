import { and, asc, eq, inArray, isNull, or, type SQL } from 'drizzle-orm';
import { listClearedFor } from '#features/clearance/server/list-focal-points.ts';
import type { Actor, Member } from '#features/people/people.ts';
import { listSpaces } from '#features/spaces/server/list-spaces.ts';
import { db } from '#lib/server/db.ts';
import type { PendingView } from '../pending.ts';
import { mayChangePending, mayDecidePending } from './may.ts';
import { isSealedPlace, listRuledSpaces } from './attribution/list-ruled-spaces.ts';
import { pendingView } from './pending-view.ts';
import { pendingPosts } from './pending-tables.ts';
import { threads } from './tables.ts';

/** Most of a list: who has more waiting begins with the oldest. */
const most = 100;

/** What of one's own (or of the organisations that one speaks for) waits or came back, in one thread or everywhere. */
export async function listOwnPending(actor: Actor, threadId?: string): Promise<PendingView[]> {
  if (actor.kind !== 'member') return [];
  const organisations = actor.capacities.map(({ value }) => value);
  const own = or(
    eq(pendingPosts.personId, actor.personId),
    ...(organisations.length > 0 ? [inArray(pendingPosts.organisationId, organisations)] : [])
  );
  return listed(actor, [], and(own, threadId ? eq(pendingPosts.threadId, threadId) : undefined));
}

/** What waits for this focal point to clear, the oldest first. */
export async function listToClear(actor: Actor): Promise<PendingView[]> {
  if (actor.kind !== 'member') return [];
  const clearedFor = await listClearedFor(actor.personId);
  if (clearedFor.length === 0) return [];
  return listed(
    actor,
    clearedFor,
    and(
      eq(pendingPosts.reason, 'clearance'),
      isNull(pendingPosts.returnedAt),
      inArray(pendingPosts.organisationId, clearedFor)
    )
  );
}

/** First posts that wait for a moderator of one of these spaces. */
export async function listToApprove(actor: Actor, spaceIds: string[]): Promise<PendingView[]> {
  if (actor.kind !== 'member' || spaceIds.length === 0) return [];
  return listed(
    actor,
    [],
    and(
      eq(pendingPosts.reason, 'approval'),
      isNull(pendingPosts.returnedAt),
      inArray(pendingPosts.spaceId, spaceIds)
    )
  );
}

/** Three queries, however many there are, and one more where new threads wait. */
async function listed(actor: Member, clearedFor: string[], where: SQL | undefined): Promise<PendingView[]> {
  const rows = await db
    .select({ row: pendingPosts, thread: threads })
    .from(pendingPosts)
    .leftJoin(threads, eq(threads.id, pendingPosts.threadId))
    .where(where)
    .orderBy(asc(pendingPosts.createdAt))
    .limit(most);
  if (rows.length === 0) return [];
  const seen = await listSpaces(actor);
  const ruled = await listRuledSpaces(rows.flatMap(({ row }) => (row.threadId ? [] : [row.spaceId])));
  return rows.map(({ row, thread }) => {
    const space = seen.find(({ id }) => id === row.spaceId) ?? null;
    const may = {
      decide: mayDecidePending(actor, row, space, clearedFor),
      change: mayChangePending(actor, row)
    };
    return pendingView({ row, space, may }, thread, isSealedPlace(row, thread, ruled));
  });
}
