import { and, count, eq, isNull, or } from 'drizzle-orm';
import { readClearanceHold } from '#features/clearance/server/read-hold.ts';
import type { Act, Actor } from '#features/people/people.ts';
import { mayModerate } from '#features/spaces/server/may.ts';
import type { SpaceView } from '#features/spaces/spaces.ts';
import { db, type Tx } from '#lib/server/db.ts';
import type { HoldReason } from '../pending.ts';
import { sealedActs } from './attribution-tables.ts';
import type { WritingRules } from './read-rules.ts';
import { posts, postWithdrawals } from './tables.ts';

export interface Hold {
  reason: HoldReason;
  /** When the time-out rule acts; null: never. */
  until: Date | null;
}

/**
 * Whether this act must wait before it is a post. An organisation's clearance comes first, and is enough: whom a
 * ministry vouches for needs no moderator's approval.
 */
export async function readHold(
  actor: Actor,
  space: SpaceView,
  act: Act,
  rules: WritingRules,
  now: Date,
  from: Tx = db
): Promise<Hold | null> {
  const rule = await readClearanceHold(from, act, space.id);
  if (rule) return { reason: 'clearance', until: new Date(now.getTime() + rule.hours * 3_600_000) };
  if (rules.firstPosts === 0 || mayModerate(actor, space)) return null;
  const good = and(
    eq(posts.spaceId, space.id),
    // What a moderator had to hide is no proof of good conduct.
    or(isNull(postWithdrawals.postId), eq(postWithdrawals.moderated, false))
  );
  const [named] = await from
    .select({ posts: count() })
    .from(posts)
    .leftJoin(postWithdrawals, eq(postWithdrawals.postId, posts.id))
    .where(and(eq(posts.personId, act.personId), good));
  if (named.posts >= rules.firstPosts) return null;
  // What they said under the Chatham House Rule counts too, without anybody being shown that it is theirs.
  const [sealed] = await from
    .select({ posts: count() })
    .from(sealedActs)
    .innerJoin(posts, eq(posts.id, sealedActs.postId))
    .leftJoin(postWithdrawals, eq(postWithdrawals.postId, posts.id))
    .where(and(eq(sealedActs.personId, act.personId), eq(sealedActs.deed, 'posted'), good));
  return named.posts + sealed.posts < rules.firstPosts ? { reason: 'approval', until: null } : null;
}
