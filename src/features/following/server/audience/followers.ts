import { and, eq, inArray } from 'drizzle-orm';
import { spaceMembers } from '#features/spaces/server/tables.ts';
import type { Entry } from '#features/audit/audit.ts';
import type { Db } from '#lib/server/db.ts';
import type { Level } from '../../following.ts';
import { watches } from '../tables.ts';
import { distinct, grouped } from './audience.ts';

/** What someone said of a thread or a forum, or that they belong to it: `rank` says which goes before which. */
interface Word {
  personId: string;
  level: Level;
  since: Date;
  rank: 0 | 1 | 2;
}

/** Who followed where an entry happened, at the moment when it did. The list is shared: the same for the same people. */
export type Followers = (entry: Entry) => readonly string[];

/**
 * Who follows the threads and forums of these entries at one of the `wanted` levels; three questions, however many.
 * What someone says of the thread goes before what they say of its forum, and that before belonging to it.
 * `membersToo`: whoever belongs to a forum follows it for decisions without a word.
 */
export async function readFollowers(
  from: Db,
  entries: Entry[],
  wanted: readonly Level[],
  membersToo: boolean
): Promise<Followers> {
  const ofThread = grouped(
    await readWatches(from, 'thread', distinct(entries.map(({ threadId }) => threadId)), undefined),
    ({ objectId }) => objectId
  );
  const spaceIds = distinct(entries.map(({ spaceId }) => spaceId));
  const ofForum = grouped(
    // Members count without a word, so whoever said less must be known too.
    await readWatches(from, 'space', spaceIds, membersToo ? undefined : wanted),
    ({ objectId }) => objectId
  );
  const inForum = grouped(membersToo ? await readMembers(from, spaceIds) : [], ({ objectId }) => objectId);

  const words = new Map<string, Word[]>();
  const followers = new Map<string, readonly string[]>();
  return ({ threadId, spaceId, at }) => {
    const place = `${threadId} ${spaceId}`;
    let said = words.get(place);
    if (!said)
      words.set(
        place,
        (said = [
          ...(inForum.get(spaceId ?? '') ?? []),
          ...(ofForum.get(spaceId ?? '') ?? []),
          ...(ofThread.get(threadId ?? '') ?? [])
        ].sort((a, b) => a.since.getTime() - b.since.getTime()))
      );
    // Of what was before they came or followed nobody asked to be told.
    const moment = new Date(at);
    let until = said.length;
    while (until > 0 && said[until - 1].since > moment) until -= 1;
    const key = `${place} ${until}`;
    let those = followers.get(key);
    if (!those) followers.set(key, (those = whoFollows(said.slice(0, until), wanted)));
    return those;
  };
}

function whoFollows(said: Word[], wanted: readonly Level[]): string[] {
  const weightiest = new Map<string, Word>();
  for (const word of said) {
    const other = weightiest.get(word.personId);
    if (!other || other.rank <= word.rank) weightiest.set(word.personId, word);
  }
  return [...weightiest.values()].flatMap(({ personId, level }) =>
    wanted.includes(level) ? [personId] : []
  );
}

async function readWatches(
  from: Db,
  kind: 'thread' | 'space',
  ids: string[],
  levels: readonly Level[] | undefined
): Promise<(Word & { objectId: string })[]> {
  const rows = await from
    .select({
      personId: watches.personId,
      objectId: watches.objectId,
      level: watches.level,
      since: watches.createdAt
    })
    .from(watches)
    .where(
      and(
        eq(watches.kind, kind),
        inArray(watches.objectId, ids),
        levels ? inArray(watches.level, [...levels]) : undefined
      )
    );
  return rows.map((row) => ({ ...row, rank: kind === 'thread' ? 2 : 1 }));
}

async function readMembers(from: Db, spaceIds: string[]): Promise<(Word & { objectId: string })[]> {
  const rows = await from
    .select({
      personId: spaceMembers.personId,
      objectId: spaceMembers.spaceId,
      since: spaceMembers.createdAt
    })
    .from(spaceMembers)
    .where(inArray(spaceMembers.spaceId, spaceIds));
  return rows.map((row) => ({ ...row, level: 'decisions', rank: 0 }));
}
