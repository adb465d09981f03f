import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { listToApprove } from '#features/forum/server/list-pending.ts';
import type { PendingView } from '#features/forum/pending.ts';
import { postAddress } from '#features/forum/forum.ts';
import { posts, postWithdrawals, threads } from '#features/forum/server/tables.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import type { Act, Actor } from '#features/people/people.ts';
import { listSpaces } from '#features/spaces/server/list-spaces.ts';
import { mayModerate } from '#features/spaces/server/may.ts';
import type { Direction } from '#lib/dir.ts';
import type { Names } from '#lib/names.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import { renderKept } from '#lib/server/markdown.ts';
import type { Category } from '../moderation.ts';
import { listNeighbours, type Neighbour } from './list-neighbours.ts';
import { actAppeals, flags, moderationActs } from './tables.ts';

/** A flagged post with all that was said about it, in its place: one case however many flagged it. */
export interface FlaggedCase {
  postId: string;
  threadId: string;
  address: string;
  title: string;
  space: { slug: string; titles: Names };
  act: Act;
  html: string;
  lang: string;
  dir: Direction;
  at: string;
  /** The reader's own post: others decide. */
  own: boolean;
  flags: { category: Category; words: string | null; at: string }[];
  /** What was said before and after it: a sentence is read in its place. */
  before: Neighbour | null;
  after: Neighbour | null;
}

export interface Queue {
  spaces: { id: string; slug: string; titles: Names }[];
  flagged: FlaggedCase[];
  toApprove: PendingView[];
  appeals: { actId: string; kind: string; category: Category | null; words: string; at: string }[];
}

/** What waits for a moderator, in one space or in all that the reader moderates. Refuses not-found: they moderate none. */
export async function listCases(actor: Actor, slug: string | null): Promise<Queue> {
  const moderated = (await listSpaces(actor)).filter((space) => mayModerate(actor, space));
  const chosen = moderated.filter((space) => slug === null || space.slug === slug);
  if (actor.kind !== 'member' || (chosen.length === 0 && !actor.administrator))
    throw new Refusal('not-found');
  const ids = chosen.length > 0 ? chosen.map(({ id }) => id) : [''];
  const rows = await db
    .select({ flag: flags, post: posts, title: threads.subject })
    .from(flags)
    .innerJoin(posts, eq(posts.id, flags.postId))
    .innerJoin(threads, eq(threads.id, posts.threadId))
    .leftJoin(postWithdrawals, eq(postWithdrawals.postId, posts.id))
    .where(and(inArray(posts.spaceId, ids), isNull(flags.settledAt), isNull(postWithdrawals.postId)))
    .orderBy(asc(flags.createdAt))
    .limit(500);
  const neighbours = await listNeighbours(rows.map(({ post }) => post));
  const cases = new Map<string, FlaggedCase>();
  for (const { flag, post, title } of rows) {
    const one = cases.get(post.id) ?? {
      postId: post.id,
      threadId: post.threadId,
      address: postAddress(post.threadId, post.number),
      title,
      space: chosen.find(({ id }) => id === post.spaceId)!,
      act: actOf(post),
      html: renderKept(`${post.id}:${post.revision}`, post.body),
      lang: post.lang,
      dir: post.dir,
      at: post.createdAt.toISOString(),
      own: post.personId === actor.personId,
      flags: [],
      before: neighbours.get(`${post.threadId}:${post.number - 1}`) ?? null,
      after: neighbours.get(`${post.threadId}:${post.number + 1}`) ?? null
    };
    const { category, words, createdAt } = flag;
    cases.set(post.id, { ...one, flags: [...one.flags, { category, words, at: createdAt.toISOString() }] });
  }
  const appeals = await db
    .select({ appeal: actAppeals, act: moderationActs })
    .from(actAppeals)
    .innerJoin(moderationActs, eq(moderationActs.id, actAppeals.actId))
    .where(isNull(actAppeals.decidedAt))
    .orderBy(asc(actAppeals.createdAt))
    .limit(200);
  return {
    spaces: moderated.map(({ id, slug, titles }) => ({ id, slug, titles })),
    flagged: [...cases.values()],
    toApprove: await listToApprove(actor, ids),
    appeals: appeals
      .filter(
        ({ act }) =>
          act.subjectId !== actor.personId &&
          (act.spaceId ? ids.includes(act.spaceId) : actor.administrator && slug === null)
      )
      .map(({ appeal, act }) => ({
        actId: act.id,
        kind: act.kind,
        category: act.category,
        words: appeal.words,
        at: appeal.createdAt.toISOString()
      }))
  };
}
