import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import { readLastPost, type WritingRules } from './read-rules.ts';

/**
 * Slow mode: refuses too-many `slow-mode` with the time left while someone's last post in the thread (or the space) is
 * too fresh. Asked behind the bump of the thread, so that two posts at once are two in a line.
 */
export async function keepPace(
  tx: Tx,
  personId: string,
  { threadId, spaceId }: { threadId: string | null; spaceId: string },
  { threadPace, spacePace }: WritingRules,
  now: Date
): Promise<void> {
  if (threadPace && threadId) asked(threadPace, await readLastPost(tx, personId, { threadId }), now);
  if (spacePace) asked(spacePace, await readLastPost(tx, personId, { spaceId }), now);
}

function asked(every: number, last: Date | null, now: Date): void {
  const left = last ? every - (now.getTime() - last.getTime()) / 1000 : 0;
  if (left > 0) throw new Refusal('too-many', 'slow-mode', undefined, { every, left: Math.ceil(left) });
}
