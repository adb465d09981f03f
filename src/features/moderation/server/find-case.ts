import { and, eq } from 'drizzle-orm';
import { posts, postWithdrawals } from '#features/forum/server/tables.ts';
import type { Actor, Member } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { isUnattributed } from '#features/people/unattributed.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import type { SpaceView } from '#features/spaces/spaces.ts';
import { isId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import type { Role } from '../moderation.ts';
import { mayModerateCase, roleOf } from './may.ts';
import { wroteSealed } from './wrote-sealed.ts';

export interface FoundCase {
  member: Member;
  role: Role;
  space: SpaceView;
  post: typeof posts.$inferSelect;
  /** Whose post it is; null under the Chatham House Rule: not even who moderates learns it. */
  subjectId: string | null;
}

/** A post of this thread and its space, for whoever may read them; not-found for everyone else. */
export async function findFlaggable(
  actor: Actor,
  { threadId, id }: { threadId: string; id: string }
): Promise<{ post: FoundCase['post']; space: SpaceView; withdrawn: boolean; hidden: boolean }> {
  if (!isId(id) || !isId(threadId)) throw new Refusal('not-found');
  const [row] = await db
    .select({ post: posts, trace: postWithdrawals })
    .from(posts)
    .leftJoin(postWithdrawals, eq(postWithdrawals.postId, posts.id))
    .where(and(eq(posts.id, id), eq(posts.threadId, threadId)));
  if (!row) throw new Refusal('not-found');
  const space = await readSpace(actor, { id: row.post.spaceId });
  return {
    post: row.post,
    space,
    withdrawn: row.trace !== null && row.trace.category === null,
    hidden: row.trace !== null && row.trace.category !== null
  };
}

/** The same, for who may decide about it. Refuses not-allowed, and `own-case`: nobody moderates their own. */
export async function findCase(actor: Actor, by: { threadId: string; id: string }): Promise<FoundCase> {
  const member = mustBeSignedIn(actor);
  const { post, space } = await findFlaggable(actor, by);
  const role = roleOf(member, space);
  if (!role) throw new Refusal('not-allowed');
  const subjectId = isUnattributed(post) ? null : post.personId;
  const own = subjectId === null && (await wroteSealed(member.personId, { postId: post.id, threadId: null }));
  if (own || !mayModerateCase(actor, space, subjectId)) throw new Refusal('not-allowed', 'own-case');
  return { member, role, space, post, subjectId };
}
