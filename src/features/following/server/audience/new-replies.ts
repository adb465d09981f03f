import { and, eq, gt, inArray, isNull, or } from 'drizzle-orm';
import type { Entry } from '#features/audit/audit.ts';
import { readingPositions } from '#features/forum/server/tables.ts';
import type { Db } from '#lib/server/db.ts';
import { limits, standsForAll } from '../../following.ts';
import { notifications } from '../tables.ts';
import { distinct, grouped, type Audience, type Concerned } from './audience.ts';
import { readFollowers } from './followers.ts';

/**
 * Who follows a thread for everything, of its replies that they have not read, did not write and were not told of for a
 * weightier reason. In a storm of replies nobody is told of each: above a few unread ones a line stands for all that
 * come after it too, until it is read or a mail has told of it. So what a reply costs does not grow with those who
 * follow: most of them have such a line already.
 */
export const newReplies: Audience = async (from, entries, told) => {
  const followers = await readFollowers(from, entries, ['everything'], false);
  const threadIds = distinct(entries.map(({ threadId }) => threadId));
  const waiting = await readWaiting(from, threadIds);
  const read = await readPositions(from, threadIds);
  return [...grouped(entries, ({ threadId }) => threadId)].flatMap(([threadId, replies]) => {
    const news = new Map<string, Entry[]>();
    let those: readonly string[] = [];
    let waitingFor: string[] = [];
    for (const reply of replies) {
      const now = followers(reply);
      if (now !== those) {
        those = now;
        waitingFor = those.filter((personId) => (waiting.get(`${personId} ${threadId}`) ?? 0) !== all);
      }
      const number = Number(reply.detail.number);
      for (const personId of waitingFor) {
        if (reply.actor?.personId === personId || told.has(`${personId} ${reply.seq}`)) continue;
        if ((read.get(`${personId} ${threadId}`) ?? 0) >= number) continue;
        const its = news.get(personId);
        if (its) its.push(reply);
        else news.set(personId, [reply]);
      }
    }
    return [...news].flatMap(([personId, its]): Concerned[] =>
      its.length + (waiting.get(`${personId} ${threadId}`) ?? 0) > limits.together
        ? [{ personId, seq: its[0].seq, more: standsForAll }]
        : its.map(({ seq }) => ({ personId, seq }))
    );
  });
};

const all = Infinity;

/** How many lines of replies wait unread and unmailed, by person and thread; `all`: one of them stands for what comes. */
async function readWaiting(from: Db, threadIds: (string | null)[]): Promise<Map<string, number>> {
  const rows = await from
    .select({
      personId: notifications.personId,
      threadId: notifications.threadId,
      more: notifications.more
    })
    .from(notifications)
    .where(
      and(
        inArray(notifications.threadId, distinct(threadIds)),
        isNull(notifications.readAt),
        isNull(notifications.mailId),
        // What a mail is about to tell of waits no more: whoever wants each reply at once gets each.
        or(isNull(notifications.mailDueAt), gt(notifications.mailDueAt, new Date())),
        eq(notifications.kind, 'reply')
      )
    );
  const waiting = new Map<string, number>();
  for (const { personId, threadId, more } of rows) {
    const key = `${personId} ${threadId}`;
    waiting.set(key, more === standsForAll ? all : (waiting.get(key) ?? 0) + 1);
  }
  return waiting;
}

/** How far each has read these threads. */
async function readPositions(from: Db, threadIds: (string | null)[]): Promise<Map<string, number>> {
  const rows = await from
    .select({
      personId: readingPositions.personId,
      threadId: readingPositions.threadId,
      number: readingPositions.number
    })
    .from(readingPositions)
    .where(inArray(readingPositions.threadId, distinct(threadIds)));
  return new Map(rows.map(({ personId, threadId, number }) => [`${personId} ${threadId}`, number]));
}
