import { and, desc, eq, gte, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import { auditEntries } from '#features/audit/server/tables.ts';
import { postAddress } from '#features/forum/forum.ts';
import { experiences } from '#features/forum/server/purpose-tables.ts';
import { postWithdrawals, posts, threads } from '#features/forum/server/tables.ts';
import { links } from '#features/links/server/tables.ts';
import type { Member } from '#features/people/people.ts';
import { proposals } from '#features/positions/server/tables.ts';
import { ownSpaces, readableSpaces } from '#features/spaces/server/read-readable.ts';
import { db } from '#lib/server/db.ts';
import type { Kind } from '../following.ts';
import { limits, type SinceLine, type SinceView } from '../since.ts';
import { distinct } from './audience/audience.ts';
import { readRows } from './list-notifications.ts';
import { placeOf } from './place-of.ts';
import { readLeft } from './read-left.ts';
import { readable } from './rights.ts';
import { notifications, watches } from './tables.ts';

/** What counts as decided, and as what it is told. */
const decisions: Record<string, Kind> = {
  'thread.closed': 'closed',
  'answer.accepted': 'accepted',
  'proposal.closed': 'decision'
};
const day = 86_400_000;

/**
 * What was decided, which countries added their experience, what was asked of one's country and where one was mentioned
 * since one left: in the forums one belongs to or follows, of what one may read now. Facts only, each with its link.
 * Six questions, however much there was.
 */
export async function readSince(
  actor: Member,
  asked: Date | null = null,
  now = new Date()
): Promise<SinceView> {
  const left = asked ?? (await readLeft(actor.personId, now));
  const since = left ?? new Date(now.getTime() - limits.firstDays * day);
  const [decided, entries, country, mentions] = await Promise.all([
    readDecisions(actor, since),
    readEntriesOfCalls(actor, since),
    readAskedOf(actor, since),
    readMentions(actor, since)
  ]);
  return {
    since: since.toISOString(),
    first: left === null,
    parts: { decisions: decided, entries, country, mentions }
  };
}

const followed = (actor: Member, kind: 'space' | 'thread') =>
  sql`(select w.object_id from ${watches} w where w.person_id = ${actor.personId} and w.kind = ${kind} and w.level <> 'nothing')`;

/** In one's own forums, and in what one follows; never in what one may not read. */
const around = (actor: Member, spaceId: SQL, threadId: SQL): SQL =>
  and(
    inArray(spaceId, readableSpaces(actor)),
    or(
      sql`${spaceId} in (${ownSpaces(actor)})`,
      sql`${spaceId} in ${followed(actor, 'space')}`,
      sql`${threadId} in ${followed(actor, 'thread')}`
    )
  )!;

const titleColumns = { id: threads.id, title: threads.subject, lang: threads.lang, dir: threads.dir };

async function readDecisions(actor: Member, since: Date): Promise<SinceLine[]> {
  const rows = await db
    .select({ entry: auditEntries, thread: titleColumns, proposal: proposals })
    .from(auditEntries)
    .leftJoin(threads, eq(threads.id, auditEntries.threadId))
    .leftJoin(proposals, eq(proposals.id, auditEntries.objectId))
    .where(
      and(
        inArray(auditEntries.action, Object.keys(decisions)),
        gte(auditEntries.at, since),
        around(actor, sql`${auditEntries.spaceId}`, sql`${auditEntries.threadId}`)
      )
    )
    .orderBy(desc(auditEntries.at))
    .limit(limits.perPart);
  return rows.flatMap(({ entry, thread, proposal }) => {
    const about = proposal ? { title: proposal.question, lang: proposal.lang, dir: proposal.dir } : thread;
    if (!about) return [];
    const kind = decisions[entry.action];
    const number = typeof entry.detail.number === 'number' ? entry.detail.number : null;
    return {
      key: `fact ${entry.seq}`,
      kind,
      who: null,
      href:
        number && thread
          ? postAddress(thread.id, number)
          : placeOf({ ...entry, kind, objectId: entry.objectId }, null),
      title: about.title,
      lang: about.lang,
      dir: about.dir,
      at: entry.at.toISOString()
    };
  });
}

async function readEntriesOfCalls(actor: Member, since: Date): Promise<SinceLine[]> {
  const rows = await db
    .select({ post: posts, thread: titleColumns })
    .from(experiences)
    .innerJoin(posts, eq(posts.id, experiences.postId))
    .innerJoin(threads, eq(threads.id, posts.threadId))
    .leftJoin(postWithdrawals, eq(postWithdrawals.postId, posts.id))
    .where(
      and(
        gte(posts.createdAt, since),
        isNull(postWithdrawals.postId),
        around(actor, sql`${posts.spaceId}`, sql`${posts.threadId}`)
      )
    )
    .orderBy(desc(posts.createdAt))
    .limit(limits.perPart);
  return rows.map(({ post, thread }) => lineOf(post, thread, 'entry'));
}

/** Posts that name one's country: the person's own, and those that they may act for. */
async function readAskedOf(actor: Member, since: Date): Promise<SinceLine[]> {
  const countries = distinct([actor.country, ...actor.capacities.map(({ country }) => country)]);
  if (countries.length === 0) return [];
  const rows = await db
    .selectDistinct({ post: posts, thread: titleColumns })
    .from(links)
    .innerJoin(posts, eq(posts.id, links.fromId))
    .innerJoin(threads, eq(threads.id, posts.threadId))
    .leftJoin(postWithdrawals, eq(postWithdrawals.postId, posts.id))
    .where(
      and(
        eq(links.toKind, 'country'),
        inArray(links.toId, countries),
        eq(links.fromKind, 'post'),
        gte(posts.createdAt, since),
        isNull(postWithdrawals.postId),
        inArray(posts.spaceId, readableSpaces(actor))
      )
    )
    .orderBy(desc(posts.createdAt))
    .limit(limits.perPart);
  return rows.map(({ post, thread }) => lineOf(post, thread, 'mention-country'));
}

async function readMentions(actor: Member, since: Date): Promise<SinceLine[]> {
  const rows = await readRows(
    and(
      eq(notifications.personId, actor.personId),
      gte(notifications.createdAt, since),
      inArray(notifications.kind, ['mention', 'mention-organisation', 'answered', 'support']),
      readable(actor)
    ),
    limits.perPart
  );
  return rows.flatMap(({ notification, post, withdrawal, thread }) => {
    if (!thread || withdrawal) return [];
    if (post) return lineOf(post, thread, notification.kind);
    return {
      key: notification.id,
      kind: notification.kind,
      who: null,
      href: placeOf(notification, null),
      title: thread.title,
      lang: thread.lang,
      dir: thread.dir,
      at: notification.createdAt.toISOString()
    };
  });
}

const lineOf = (
  post: typeof posts.$inferSelect,
  thread: { title: string; lang: string; dir: SinceLine['dir'] },
  kind: Kind
): SinceLine => ({
  key: `post ${post.id}`,
  kind,
  who: post.personName,
  href: postAddress(post.threadId, post.number),
  title: thread.title,
  lang: thread.lang,
  dir: thread.dir,
  at: post.createdAt.toISOString()
});
