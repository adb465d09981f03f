import { and, inArray } from 'drizzle-orm';
import type { Entry } from '#features/audit/audit.ts';
import { posts, readingPositions } from '#features/forum/server/tables.ts';
import type { Db } from '#lib/server/db.ts';
import { addressed, kinds, type Kind } from '../following.ts';
import { distinct } from './audience/audience.ts';
import { thoseWhoMayRead } from './rights.ts';
import { rules, type Rule } from './rules.ts';
import { watches } from './tables.ts';

/** A line for one person, before it is kept. */
export interface Notice {
  personId: string;
  seq: number;
  kind: Kind;
  objectKind: string;
  objectId: string;
  threadId: string | null;
  spaceId: string | null;
  postNumber: number | null;
  more: number;
  createdAt: Date;
}

/**
 * Whom these facts concern, once a person and fact, for the weightiest reason: those only who may read it, did not do
 * it themselves, did not silence it and have not read it already. A question a rule, not one a fact or a person.
 */
export async function readConcerned(from: Db, all: Entry[]): Promise<Notice[]> {
  const entries = await withoutImported(from, all);
  const byRule = new Map<Rule, Entry[]>();
  for (const entry of entries)
    for (const rule of rules[entry.action] ?? []) {
      const its = byRule.get(rule);
      if (its) its.push(entry);
      else byRule.set(rule, [entry]);
    }
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
  const found = new Map<string, Notice>();
  const ordered = [...byRule].sort(([a], [b]) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  for (const [rule, its] of ordered)
    for (const { seq, personId, more = 0 } of await rule.who(from, its, found)) {
      const entry = bySeq.get(seq)!;
      const key = `${personId} ${seq}`;
      if (entry.actor?.personId !== personId && !found.has(key))
        found.set(key, { ...noticeOf(entry, personId, rule), more });
    }
  const allowed = await thoseWhoMayRead(from, [...found.values()]);
  return withoutRead(from, await withoutSilenced(from, allowed));
}

const noticeOf = (entry: Entry, personId: string, { kind, outside, anew }: Rule): Omit<Notice, 'more'> => ({
  personId,
  seq: entry.seq,
  kind,
  objectKind: entry.objectKind,
  objectId: entry.objectId,
  threadId: outside ? null : entry.threadId,
  spaceId: outside ? null : entry.spaceId,
  postNumber: !anew && typeof entry.detail.number === 'number' ? entry.detail.number : null,
  createdAt: new Date(entry.at)
});

/** An archive that is brought in is no news: its mails were read years ago. */
async function withoutImported(from: Db, entries: Entry[]): Promise<Entry[]> {
  const told = entries.filter(({ action }) => rules[action]);
  const ids = told.filter(({ objectKind }) => objectKind === 'post').map(({ objectId }) => objectId);
  if (ids.length === 0) return told;
  const rows = await from
    .select({ id: posts.id, sourceId: posts.sourceId })
    .from(posts)
    .where(inArray(posts.id, ids));
  const imported = new Set(rows.filter(({ sourceId }) => sourceId !== null).map(({ id }) => id));
  return told.filter(({ objectId }) => !imported.has(objectId));
}

/** Without what people said they want nothing of; what is addressed to them reaches them all the same. */
async function withoutSilenced(from: Db, notices: Notice[]): Promise<Notice[]> {
  const doubtful = notices.filter(
    ({ kind }) => !addressed.has(kind) && kind !== 'reply' && kind !== 'thread'
  );
  const objects = distinct(doubtful.flatMap(({ threadId, spaceId }) => [threadId, spaceId]));
  if (objects.length === 0) return notices;
  const rows = await from
    .select({ personId: watches.personId, objectId: watches.objectId, level: watches.level })
    .from(watches)
    .where(and(inArray(watches.objectId, objects), ofFew(watches.personId, doubtful)));
  const said = new Map(rows.map(({ personId, objectId, level }) => [`${personId} ${objectId}`, level]));
  const levelOf = ({ personId, threadId, spaceId }: Notice) =>
    said.get(`${personId} ${threadId}`) ?? said.get(`${personId} ${spaceId}`);
  const silenced = new Set(doubtful.filter((notice) => levelOf(notice) === 'nothing'));
  return notices.filter((notice) => !silenced.has(notice));
}

/** Without what was read live before we came to tell of it. */
async function withoutRead(from: Db, notices: Notice[]): Promise<Notice[]> {
  const inThreads = notices.filter(({ threadId, postNumber }) => threadId && postNumber);
  if (inThreads.length === 0) return notices;
  const rows = await from
    .select()
    .from(readingPositions)
    .where(
      and(
        inArray(readingPositions.threadId, distinct(inThreads.map(({ threadId }) => threadId))),
        ofFew(readingPositions.personId, inThreads)
      )
    );
  const read = new Map(rows.map(({ personId, threadId, number }) => [`${personId} ${threadId}`, number]));
  return notices.filter(
    ({ personId, threadId, postNumber, kind }) =>
      kind === 'moderated' || (read.get(`${personId} ${threadId}`) ?? 0) < (postNumber ?? Infinity)
  );
}

/** Narrows a question to these people, unless they are more than a statement should name. */
function ofFew(column: typeof watches.personId | typeof readingPositions.personId, notices: Notice[]) {
  const people = distinct(notices.map(({ personId }) => personId));
  return people.length > 1000 ? undefined : inArray(column, people);
}
