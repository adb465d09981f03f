import { eq, inArray } from 'drizzle-orm';
import { announce } from '#lib/server/announce.ts';
import { db } from '#lib/server/db.ts';
import { events, threadRoomName } from '../../forum.ts';
import { movingEvents, type PostsMovedEvent } from '../../moving.ts';
import { announceMoved, announcePost, announceThread } from '../announce-change.ts';
import { experiences } from '../purpose-tables.ts';
import { readState } from '../read-state.ts';
import { posts, postWithdrawals } from '../tables.ts';
import { postView, type ThreadRow } from '../views.ts';
import type { Moved } from './append-moved.ts';

/** Tells both threads, and the lists that they stand in, after the commit. `last`: the source as it is at the end. */
export async function tellMoved(
  { source, target, traces, came }: Moved,
  spaceSeqs: { source: number; target: number },
  last: ThreadRow
): Promise<void> {
  const room = threadRoomName(source.id);
  announce<PostsMovedEvent>({
    name: movingEvents.away,
    rooms: [room],
    payload: { room, seq: source.seq, threadId: source.id, spaceId: source.spaceId, moved: traces }
  });
  const rows = await db
    .select()
    .from(posts)
    .leftJoin(postWithdrawals, eq(postWithdrawals.postId, posts.id))
    .leftJoin(experiences, eq(experiences.postId, posts.id))
    .where(
      inArray(
        posts.id,
        came.map(({ id }) => id)
      )
    );
  const byId = new Map(rows.map((row) => [row.posts.id, row]));
  for (const { id, thread } of came) {
    const row = byId.get(id);
    if (row)
      announcePost(events.replyPosted, thread, postView(row.posts, row.post_withdrawals, row.experiences));
  }
  const [state, targetState] = [await readState(last), await readState(target)];
  if (last.seq !== source.seq) announceThread(last, state);
  announceMoved(last, state.closed !== null, spaceSeqs.source);
  announceMoved(target, targetState.closed !== null, spaceSeqs.target);
}
