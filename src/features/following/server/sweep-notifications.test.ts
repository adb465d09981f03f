import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { postReply } from '#features/forum/server/post-reply.ts';
import { db } from '#lib/server/db.ts';
import { aReply, aThread } from '#tests/forum-world.ts';
import { day, later, takeAll } from '#tests/post-office.ts';
import { aMember } from '#tests/world.ts';
import { limits } from '../following.ts';
import { markNotifications } from './mark-notifications.ts';
import { sweepNotifications } from './sweep-notifications.ts';
import { notifications } from './tables.ts';

test('what someone read half a year ago is gone; what they have not read waits for them', async () => {
  const { thread, author } = await aThread();
  const other = await aMember();
  await postReply(other, aReply(thread.id));
  await takeAll();
  await markNotifications(author, {});
  await postReply(other, aReply(thread.id, { body: 'And another.' }));
  await takeAll();
  const kept = async () => {
    const rows = await db
      .select({ readAt: notifications.readAt })
      .from(notifications)
      .where(eq(notifications.personId, author.personId));
    return rows.map(({ readAt }) => (readAt ? 'read' : 'unread')).sort();
  };
  expect(await kept()).toEqual(['read', 'unread']);
  await sweepNotifications(later((limits.keptDays - 1) * day));
  expect(await kept()).toEqual(['read', 'unread']);
  expect(await sweepNotifications(later((limits.keptDays + 1) * day))).toBe(false);
  expect(await kept()).toEqual(['unread']);
});
