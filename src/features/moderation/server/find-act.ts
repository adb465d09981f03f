import { and, eq, ne, sql } from 'drizzle-orm';
import { posts } from '#features/forum/server/tables.ts';
import type { Actor } from '#features/people/people.ts';
import { administrators } from '#features/people/server/tables.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { spaceMembers } from '#features/spaces/server/tables.ts';
import { isId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import type { Role } from '../moderation.ts';
import type { ActRow } from './append-act.ts';
import { roleOf } from './may.ts';
import { actAppeals, moderationActs } from './tables.ts';
import { wroteSealed } from './wrote-sealed.ts';

export interface FoundAct {
  act: ActRow;
  appeal: typeof actAppeals.$inferSelect | null;
  post: typeof posts.$inferSelect | null;
  /** The act is about the reader. */
  own: boolean;
  /** In which role the reader could decide here. */
  role: Role | null;
}

/** An act of moderation, for whom it is about and for who moderates there; for everyone else there is none. */
export async function findAct(actor: Actor, actId: string): Promise<FoundAct> {
  if (!isId(actId) || actor.kind !== 'member') throw new Refusal('not-found');
  const [row] = await db
    .select({ act: moderationActs, appeal: actAppeals, post: posts })
    .from(moderationActs)
    .leftJoin(actAppeals, eq(actAppeals.actId, moderationActs.id))
    .leftJoin(posts, eq(posts.id, moderationActs.postId))
    .where(eq(moderationActs.id, actId));
  if (!row) throw new Refusal('not-found');
  const space = row.act.spaceId ? await readSpace(actor, { id: row.act.spaceId }).catch(() => null) : null;
  const role = row.act.spaceId && !space ? null : roleOf(actor, space);
  const own =
    row.act.subjectId === actor.personId ||
    (row.act.subjectId === null &&
      (row.act.postId !== null || row.act.kind === 'locked') &&
      (await wroteSealed(actor.personId, row.act)));
  if (!own && !role) throw new Refusal('not-found');
  return { ...row, own, role };
}

/** Whether anybody else could decide: another moderator of the space, or another administrator. */
export async function hasAnother(
  spaceId: string | null,
  not: { decider: string; subject: string | null }
): Promise<boolean> {
  const others = (column: typeof spaceMembers.personId | typeof administrators.personId) =>
    and(ne(column, not.decider), not.subject ? ne(column, not.subject) : sql`1 = 1`);
  const [moderator] = spaceId
    ? await db
        .select({ id: spaceMembers.personId })
        .from(spaceMembers)
        .where(
          and(
            eq(spaceMembers.spaceId, spaceId),
            eq(spaceMembers.role, 'moderator'),
            others(spaceMembers.personId)
          )
        )
        .limit(1)
    : [];
  if (moderator) return true;
  const [administrator] = await db
    .select({ id: administrators.personId })
    .from(administrators)
    .where(others(administrators.personId))
    .limit(1);
  return administrator !== undefined;
}
