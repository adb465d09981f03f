import { and, isNotNull, isNull, lt } from 'drizzle-orm';
import { chooseMail } from '#features/following/server/choose-mail.ts';
import { follow } from '#features/following/server/follow.ts';
import { notifications } from '#features/following/server/tables.ts';
import { takeFacts } from '#features/following/server/take-facts.ts';
import { db } from '#lib/server/db.ts';
import { before, day, personOf, type World } from './world.ts';

/**
 * Who is told what: some people follow a forum closely, everyone is told what the facts of the demo say, and what is
 * older than three days they have read. No mail goes out of what happened before the house was opened.
 */
export async function seedFollowing(world: World, spaces: Map<string, string>): Promise<void> {
  const forum = spaces.get('health-financing-west-africa');
  if (forum) {
    await follow(personOf(world, 'secretariat'), { kind: 'space', id: forum, level: 'everything' });
    await follow(personOf(world, 'expert'), { kind: 'space', id: forum, level: 'nothing' });
  }
  await chooseMail(personOf(world, 'ministry.sn'), {
    rhythm: 'immediate',
    hour: 8,
    weekday: 1,
    quietFrom: 20,
    quietUntil: 7
  });
  while ((await takeFacts()).more);
  await db
    .update(notifications)
    .set({ readAt: world.now, mailDueAt: null })
    .where(and(isNull(notifications.readAt), lt(notifications.createdAt, before(world.now, 3 * day))));
  await db.update(notifications).set({ mailDueAt: null }).where(isNotNull(notifications.mailDueAt));
}
