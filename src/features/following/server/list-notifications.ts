import { and, desc, eq, isNull } from 'drizzle-orm';
import { excerptOf } from './excerpt.ts';
import { postWithdrawals, posts, threads } from '#features/forum/server/tables.ts';
import { postAddress } from '#features/forum/forum.ts';
import type { Actor } from '#features/people/people.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { spaces } from '#features/spaces/server/tables.ts';
import { db } from '#lib/server/db.ts';
import { limits, type NotificationGroup, type NotificationView } from '../following.ts';
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

/** Notifications with what they are about, newest first. */
export const readRows = (which: ReturnType<typeof and>, most: number, after = 0) =>
  db
    .select({
      notification: notifications,
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
