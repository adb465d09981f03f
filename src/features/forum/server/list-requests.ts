import { and, desc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { organisations } from '#features/people/server/tables.ts';
import { readableSpaces } from '#features/spaces/server/read-readable.ts';
import { db } from '#lib/server/db.ts';
import type { ListedRequest } from '../purposes.ts';
import { supportRequests } from './support-tables.ts';
import { threadClosures, threads } from './tables.ts';

/**
 * The requests for support that concern someone: at a desk that they speak for, or asked by an organisation of theirs;
 * for administrators all. Those that wait come first, the one due soonest at the top. At most 200.
 */
export async function listRequests(actor: Actor): Promise<ListedRequest[]> {
  const member = mustBeSignedIn(actor);
  const own = member.capacities.map(({ value }) => value);
  if (!member.administrator && own.length === 0) return [];
  const rows = await db
    .select({
      thread: threads,
      request: supportRequests,
      desk: { id: organisations.id, names: organisations.names },
      closure: threadClosures.id
    })
    .from(supportRequests)
    .innerJoin(threads, eq(threads.id, supportRequests.threadId))
    .leftJoin(organisations, eq(organisations.id, supportRequests.deskOrganisationId))
    .leftJoin(threadClosures, and(eq(threadClosures.threadId, threads.id), isNull(threadClosures.reopenedAt)))
    .where(
      and(
        inArray(threads.spaceId, readableSpaces(actor)),
        member.administrator
          ? undefined
          : or(inArray(supportRequests.deskOrganisationId, own), inArray(threads.organisationId, own))
      )
    )
    .orderBy(desc(supportRequests.createdAt))
    .limit(200);
  const listed = rows.map(({ thread, request, desk, closure }) => ({
    id: thread.id,
    title: thread.subject,
    lang: thread.lang,
    dir: thread.dir,
    act: actOf(thread),
    kind: request.kind,
    country: request.country,
    level: request.level,
    desk,
    at: request.createdAt.toISOString(),
    dueAt: request.dueAt?.toISOString() ?? null,
    answeredAt: request.answeredAt?.toISOString() ?? null,
    closed: closure !== null,
    mine: request.deskOrganisationId !== null && own.includes(request.deskOrganisationId)
  }));
  const waits = (one: ListedRequest) => !one.answeredAt && !one.closed;
  return listed.sort(
    (a, b) =>
      Number(waits(b)) - Number(waits(a)) ||
      (waits(a) ? (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9') : b.at.localeCompare(a.at))
  );
}
