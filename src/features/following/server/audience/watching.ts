import { and, eq, inArray } from 'drizzle-orm';
import { spaceMembers } from '#features/spaces/server/tables.ts';
import type { Level } from '../../following.ts';
import { watches } from '../tables.ts';
import { distinct, grouped, type Audience, type Concerned } from './audience.ts';

/** Who follows the thread for everything, or its forum where they said nothing of the thread. */
export const forEverything: Audience = (from, entries) => watchers(from, entries, ['everything'], false);

/** Those, and who follows for decisions; whoever belongs to a forum does so unless they said otherwise. */
export const forDecisions: Audience = (from, entries) =>
  watchers(from, entries, ['everything', 'decisions'], true);

const following = {
  personId: watches.personId,
  objectId: watches.objectId,
  level: watches.level,
  since: watches.createdAt
};

async function watchers(
  from: Parameters<Audience>[0],
  entries: Parameters<Audience>[1],
  wanted: Level[],
  membersToo: boolean
): Promise<Concerned[]> {
  const threadIds = distinct(entries.map(({ threadId }) => threadId));
  const spaceIds = distinct(entries.map(({ spaceId }) => spaceId));
  const said = await from
    .select(following)
    .from(watches)
    .where(and(eq(watches.kind, 'thread'), inArray(watches.objectId, threadIds)));
  const saidOfForum = await from
    .select(following)
    .from(watches)
    .where(
      and(
        eq(watches.kind, 'space'),
        inArray(watches.objectId, spaceIds),
        // Members count without a word, so whoever said less must be known too.
        membersToo ? undefined : inArray(watches.level, wanted)
      )
    );
  const members = membersToo
    ? await from
        .select({
          personId: spaceMembers.personId,
          objectId: spaceMembers.spaceId,
          since: spaceMembers.createdAt
        })
        .from(spaceMembers)
        .where(inArray(spaceMembers.spaceId, spaceIds))
    : [];
  const ofThread = grouped(said, ({ objectId }) => objectId);
  const ofForum = grouped(saidOfForum, ({ objectId }) => objectId);
  const inForum = grouped(members, ({ objectId }) => objectId);

  return entries.flatMap(({ seq, threadId, spaceId, at }) => {
    const level = new Map<string, Level>();
    // Of what was before they came or followed nobody asked to be told.
    const then = <T extends { since: Date }>(rows: T[] | undefined) =>
      (rows ?? []).filter(({ since }) => since <= new Date(at));
    for (const { personId } of then(inForum.get(spaceId ?? ''))) level.set(personId, 'decisions');
    for (const watch of then(ofForum.get(spaceId ?? ''))) level.set(watch.personId, watch.level);
    for (const watch of then(ofThread.get(threadId ?? ''))) level.set(watch.personId, watch.level);
    return [...level].filter(([, at]) => wanted.includes(at)).map(([personId]) => ({ seq, personId }));
  });
}
