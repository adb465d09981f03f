import { spaceRoom } from '#features/spaces/spaces.ts';
import { announce, type Announcement } from '#lib/server/announce.ts';
import {
  events,
  threadRoomName,
  type MovedEvent,
  type PostEvent,
  type PostView,
  type ThreadEvent,
  type ThreadState
} from '../forum.ts';
import type { AppendedReply } from './append-reply.ts';
import type { AppendedThread } from './append-thread.ts';
import { readState } from './read-state.ts';
import { postView, threadSummary, type ThreadRow } from './views.ts';

/** Tells the thread's room, after commit, that a post is there or is another one now. */
export function announcePost(
  name: typeof events.replyPosted | typeof events.replyChanged,
  thread: ThreadRow,
  post: PostView
): void {
  const room = threadRoomName(thread.id);
  announce<PostEvent>({
    name,
    rooms: [room],
    payload: { room, seq: thread.seq, threadId: thread.id, spaceId: thread.spaceId, post }
  });
}

export function announceThread(thread: ThreadRow, state: ThreadState): void {
  const room = threadRoomName(thread.id);
  announce<ThreadEvent>({
    name: events.threadChanged,
    rooms: [room],
    payload: { room, seq: thread.seq, threadId: thread.id, spaceId: thread.spaceId, state }
  });
}

/** Tells the space's room that a thread is new, has a new post, was closed or opened again. */
export const announceMoved = (thread: ThreadRow, closed: boolean, seq: number): void =>
  announce(moved(thread, closed, seq));

function moved(thread: ThreadRow, closed: boolean, seq: number): Announcement<MovedEvent> {
  const room = spaceRoom(thread.spaceId);
  return {
    name: events.threadMoved,
    rooms: [room],
    payload: { room, seq, thread: threadSummary(thread, closed) }
  };
}

/** Tells that a reply is there, once its transaction is committed, and returns it as everyone sees it. */
export async function announceReply(appended: AppendedReply): Promise<PostView> {
  const { thread, post, spaceSeq, experience, answered } = appended;
  const view = postView(post, null, experience);
  announcePost(events.replyPosted, thread, view);
  if (answered) announceThread(answered, await readState(answered));
  announceMoved(answered ?? thread, false, spaceSeq);
  return view;
}

/** Tells that a thread is there, once its transaction is committed. */
export function announceThreadStarted({ thread, post, spaceSeq }: AppendedThread): void {
  announce({
    name: events.threadStarted,
    rooms: [],
    payload: {
      threadId: thread.id,
      spaceId: thread.spaceId,
      title: thread.subject,
      purpose: thread.purpose,
      post: postView(post, null)
    }
  });
  announceMoved(thread, false, spaceSeq);
}
