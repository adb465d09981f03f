import { and, asc, desc, eq, isNotNull, isNull, lt, type SQL } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { ownPlace } from '#features/spaces/server/read-standing.ts';
import { spaceMembers, spaces } from '#features/spaces/server/tables.ts';
import { dirOf } from '#lib/dir.ts';
import { db } from '#lib/server/db.ts';
import { phaseOf, type SessionSummary } from '../sessions.ts';
import { mayReadSession } from './may.ts';
import { sessions } from './tables.ts';

export interface SessionList {
  live: SessionSummary[];
  coming: SessionSummary[];
  archived: SessionSummary[];
  /** When there are older ones: the moment to ask for with `before`. */
  older: Date | null;
}

/** The sessions that `actor` may read: live now, coming (soonest first), archived (latest first, `size` a page); of one forum or series when asked for. */
export async function listSessions(
  actor: Actor,
  of: { spaceId?: string; seriesId?: string; before?: Date; size?: number } = {}
): Promise<SessionList> {
  const size = of.size ?? 50;
  const open = await readable(actor, and(isNull(sessions.closedAt), within(of)), asc(sessions.startsAt));
  const before = of.before ? lt(sessions.closedAt, of.before) : undefined;
  // What the reader may not read is left out after reading, so a page is asked for larger than it is shown.
  const closed = await readable(
    actor,
    and(isNotNull(sessions.closedAt), within(of), before),
    desc(sessions.closedAt),
    size * 4
  );
  return {
    live: open.filter((session) => session.phase === 'live'),
    coming: open.filter(
      ({ phase, cancelledAt, endsAt }) => phase === 'scheduled' && !(cancelledAt && endsAt < new Date())
    ),
    archived: closed.slice(0, size),
    older: closed.length > size ? closed[size - 1].closedAt : null
  };
}

const within = ({ spaceId, seriesId }: { spaceId?: string; seriesId?: string }) =>
  and(
    spaceId ? eq(sessions.spaceId, spaceId) : undefined,
    seriesId ? eq(sessions.seriesId, seriesId) : undefined
  );

async function readable(
  actor: Actor,
  where: SQL | undefined,
  order: SQL,
  most = 500
): Promise<SessionSummary[]> {
  const rows = await db
    .select({
      session: sessions,
      space: { id: spaces.id, slug: spaces.slug, titles: spaces.titles, visibility: spaces.visibility },
      role: spaceMembers.role
    })
    .from(sessions)
    .innerJoin(spaces, eq(spaces.id, sessions.spaceId))
    .leftJoin(spaceMembers, ownPlace(actor))
    .where(where)
    .orderBy(order)
    .limit(most);
  return rows
    .filter(({ session, space, role }) =>
      mayReadSession(actor, { visibility: space.visibility, role }, session)
    )
    .map(({ session, space }) => {
      const {
        id,
        title,
        lang,
        kind,
        startsAt,
        endsAt,
        timezone,
        place,
        countries,
        chair,
        closedAt,
        cancelledAt
      } = session;
      const { id: spaceId, slug, titles } = space;
      return {
        id,
        title,
        lang,
        dir: dirOf(title),
        kind,
        phase: phaseOf(session),
        startsAt,
        endsAt,
        timezone,
        place,
        countries,
        chair,
        closedAt,
        cancelledAt,
        space: { id: spaceId, slug, titles }
      };
    });
}
