import type { Level } from '../../following.ts';
import type { Audience } from './audience.ts';
import { readFollowers } from './followers.ts';

/** Who follows the thread for everything, or its forum where they said nothing of the thread. */
export const forEverything: Audience = (from, entries) => following(from, entries, ['everything'], false);

/** Those, and who follows for decisions; whoever belongs to a forum does so unless they said otherwise. */
export const forDecisions: Audience = (from, entries) =>
  following(from, entries, ['everything', 'decisions'], true);

async function following(
  from: Parameters<Audience>[0],
  entries: Parameters<Audience>[1],
  wanted: Level[],
  membersToo: boolean
): ReturnType<Audience> {
  const followers = await readFollowers(from, entries, wanted, membersToo);
  return entries.flatMap((entry) => followers(entry).map((personId) => ({ seq: entry.seq, personId })));
}
