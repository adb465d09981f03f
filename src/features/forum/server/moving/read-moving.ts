import { and, asc, desc, eq, gte, ne } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { db } from '#lib/server/db.ts';
import { movingLimits, type MovingView } from '../../moving.ts';
import { posts, postWithdrawals, threads } from '../tables.ts';
import { findSource } from './find-target.ts';

/** The page from which posts are moved: a hundred of them from the number `from` on, and the threads beside this one. */
export async function readMoving(actor: Actor, threadId: string, from: number): Promise<MovingView> {
  const { thread, space } = await findSource(actor, threadId);
  const rows = await db
    .select({ post: posts, withdrawn: postWithdrawals.postId })
    .from(posts)
    .leftJoin(postWithdrawals, eq(postWithdrawals.postId, posts.id))
    .where(and(eq(posts.threadId, threadId), gte(posts.number, Math.max(2, from))))
    .orderBy(asc(posts.number))
    .limit(movingLimits.posts + 1);
  const targets = await db
    .select({ id: threads.id, title: threads.subject })
    .from(threads)
    .where(and(eq(threads.spaceId, space.id), ne(threads.id, threadId)))
    .orderBy(desc(threads.lastPostAt))
    .limit(50);
  return {
    thread: { id: thread.id, title: thread.subject, lang: thread.lang, dir: thread.dir },
    space: { slug: space.slug, titles: space.titles },
    posts: rows.slice(0, movingLimits.posts).map(({ post, withdrawn }) => ({
      id: post.id,
      number: post.number,
      who: post.personName,
      excerpt: withdrawn ? '' : post.body.replace(/\s+/g, ' ').slice(0, 140),
      lang: post.lang,
      dir: post.dir
    })),
    targets,
    next: rows.length > movingLimits.posts ? rows[movingLimits.posts].post.number : null
  };
}
