import { eq, sql } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import type { SpaceView } from '#features/spaces/spaces.ts';
import { isId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { prepared } from '#lib/server/prepared.ts';
import { threads } from './tables.ts';
import type { ThreadRow } from './views.ts';

const threadQuestion = prepared('thread', (from) =>
  from
    .select()
    .from(threads)
    .where(eq(threads.id, sql.placeholder('id')))
);

/** The thread and its space, for whoever may read them; for everyone else there is no such thread. */
export async function findThread(actor: Actor, id: string): Promise<{ thread: ThreadRow; space: SpaceView }> {
  if (!isId(id)) throw new Refusal('not-found');
  const [thread] = await threadQuestion({ id });
  if (!thread) throw new Refusal('not-found');
  return { thread, space: await readSpace(actor, { id: thread.spaceId }) };
}
