import { and, desc, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import { excerptOf } from './excerpt.ts';
import { postWithdrawals, posts, threads } from '#features/forum/server/tables.ts';
import { postAddress } from '#features/forum/forum.ts';
import type { Actor } from '#features/people/people.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { spaces } from '#features/spaces/server/tables.ts';
import { db } from '#lib/server/db.ts';
import { limits, standsForAll, type NotificationGroup, type NotificationView } from '../following.ts';
import { placeOf } from './place-of.ts';
import { readable, spaceNow, threadNow } from './rights.ts';
import { notifications } from './tables.ts';

/** A notification with what it is about. */
export type Row = Awaited<ReturnType<typeof readRows>>[number];

/**
 * One's notifications, newest first, those of a thread together; `page` from 0. Of what one may not read now there is
 * none. Names and words are the post's own, as it is now. One question.
 */
export async function listNotifications(
  actor: Actor,
  { unreadOnly, page = 0 }: { unreadOnly: boolean; page?: number }
): Promise<{ groups: NotificationGroup[]; more: boolean }> {
  const { personId } = mustBeSignedIn(actor);
  const rows = await readRows(
    and(
      eq(notifications.personId, personId),
      unreadOnly ? isNull(notifications.readAt) : undefined,
      readable(actor)
    ),
    limits.perPage + 1,
    page * limits.perPage
  );
  return { groups: groupsOf(rows.slice(0, limits.perPage)), more: rows.length > limits.perPage };
}

/**
 * How many further replies a line stands for: where it stands for all, those that came after its own, by others, before
 * it was read, without a line of their own and before the next line of its kind (one that a mail has told of ends there).
 */
const moreNow =
  sql<number>`case when ${notifications.more} <> ${standsForAll} then ${notifications.more} else (
  select count(*) from ${posts} p
  where p.thread_id = ${posts.threadId} and p.number > ${posts.number}
    and (p.act_person_id is null or p.act_person_id <> ${notifications.personId})
    and (${notifications.readAt} is null or p.created_at <= ${notifications.readAt})
    and not exists (
      select 1 from ${notifications} n where n.person_id = ${notifications.personId}
        and (n.object_id = p.id or (n.thread_id = ${notifications.threadId} and n.kind = 'reply'
          and n.seq > ${notifications.seq} and n.post_number <= p.number))
    )
) end`.mapWith(Number);

/** Notifications with what they are about, newest first. */
export const readRows = (which: ReturnType<typeof and>, most: number, after = 0) =>
  db
    .select({
      notification: { ...getTableColumns(notifications), more: moreNow },
      post: posts,
      withdrawal: postWithdrawals,
      thread: { id: threads.id, title: threads.subject, lang: threads.lang, dir: threads.dir },
      space: { slug: spaces.slug, titles: spaces.titles }
    })
    .from(notifications)
    .leftJoin(posts, eq(posts.id, notifications.objectId))
    .leftJoin(postWithdrawals, eq(postWithdrawals.postId, posts.id))
    .leftJoin(threads, eq(threads.id, threadNow))
    .leftJoin(spaces, eq(spaces.id, spaceNow))
    .where(which)
    .orderBy(desc(notifications.createdAt), desc(notifications.seq))
    .limit(most)
    .offset(after);

export function groupsOf(rows: Row[]): NotificationGroup[] {
  const groups = new Map<string, NotificationGroup>();
  for (const row of rows) {
    const key = row.thread?.id ?? row.notification.spaceId ?? '';
    let group = groups.get(key);
    if (!group)
      groups.set(key, (group = { key, thread: row.thread, space: row.space, unread: 0, lines: [] }));
    group.lines.push(lineOf(row));
    if (!row.notification.readAt) group.unread += 1;
  }
  return [...groups.values()];
}

export function lineOf({ notification, post, withdrawal, space }: Row): NotificationView {
  const { id, kind, createdAt, readAt, more } = notification;
  return {
    id,
    kind,
    href: post ? postAddress(post.threadId, post.number) : placeOf(notification, space?.slug ?? null),
    at: createdAt.toISOString(),
    read: readAt !== null,
    more,
    act: post && !withdrawal ? actOf(post) : null,
    excerpt: post && !withdrawal ? { text: excerptOf(post.body), lang: post.lang, dir: post.dir } : null
  };
}
