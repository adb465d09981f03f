import * as v from 'valibot';
import { capacityField, type Act } from '#features/people/people.ts';
import type { SpaceView } from '#features/spaces/spaces.ts';
import type { Direction } from '#lib/dir.ts';
import { isText } from '#lib/plain-text.ts';

/** Lengths in characters (UTF-16 units), times per person. `window`: posts shown on one page of a long thread. */
export const limits = {
  titleLength: 200,
  bodyLength: 40_000,
  reasonLength: 500,
  repliesPerMinute: 20,
  threadsPerHour: 20,
  window: 100,
  threadsPerPage: 50
} as const;

/** Live rooms. `thread:ID` hears what is posted in it; `space:ID` (see spaces) hears which threads moved. */
export const threadRoomName = (id: string) => `thread:${id}`;
export const events = {
  threadStarted: 'thread.started',
  threadChanged: 'thread.changed',
  threadMoved: 'thread.moved',
  replyPosted: 'reply.posted',
  replyChanged: 'reply.changed'
} as const;

/** The address of one post: it opens the page of the thread that holds it, at the post. */
export const postAddress = (threadId: string, number: number) =>
  `/threads/${threadId}?post=${number}#post-${number}`;

/** An attachment is named only: its bytes are not kept (yet). */
export interface Attachment {
  name: string;
  bytes: number;
  type: string;
}

export interface PostView {
  id: string;
  /** 1 is the opening post; numbers have no holes and never change. */
  number: number;
  /** The thread's sequence at the last change of this post. */
  seq: number;
  act: Act;
  /** ISO 8601, UTC. */
  at: string;
  revision: number;
  edited: { at: string; by: string } | null;
  /** Rendered and safe; empty when withdrawn. */
  html: string;
  lang: string;
  dir: Direction;
  /** Number of the post that this one answers. */
  quotes: number | null;
  withdrawn: { at: string; by: string; reason: string | null; moderated: boolean } | null;
  attachments: Attachment[];
}

export interface Closure {
  at: string;
  by: string;
  reason: string | null;
}

/** What changes about a thread as a whole while one reads it. */
export interface ThreadState {
  postsCount: number;
  closed: Closure | null;
}

export interface ThreadSummary {
  id: string;
  title: string;
  lang: string;
  dir: Direction;
  act: Act;
  at: string;
  postsCount: number;
  lastPostAt: string;
  closed: boolean;
}

export type ListedThread = ThreadSummary & {
  /** Posts since the reader was last here; null for guests. */
  unread: number | null;
};

/** What travels to `thread:ID`. */
export interface PostEvent {
  room: string;
  seq: number;
  threadId: string;
  spaceId: string;
  post: PostView;
}
export interface ThreadEvent {
  room: string;
  seq: number;
  threadId: string;
  spaceId: string;
  state: ThreadState;
}
/** What travels to `space:ID`. */
export interface MovedEvent {
  room: string;
  seq: number;
  thread: ThreadSummary;
}

const normal = v.transform((text: string) => text.replace(/\r\n?/g, '\n'));
const visible = (text: string) => /[^\s\p{C}\p{Z}]/u.test(text);

const title = v.optional(
  v.pipe(
    v.string(),
    v.trim(),
    v.check(visible, 'title-missing'),
    v.maxLength(limits.titleLength, 'too-long'),
    v.regex(/^[^\n\r\t]*$/, 'not-text'),
    v.check(isText, 'not-text')
  ),
  ''
);
const body = v.optional(
  v.pipe(
    v.string(),
    normal,
    v.maxLength(limits.bodyLength, 'text-too-long'),
    v.check(visible, 'text-missing'),
    v.check(isText, 'not-text')
  ),
  ''
);
const reason = v.nullish(
  v.pipe(
    v.string(),
    normal,
    v.trim(),
    v.maxLength(limits.reasonLength, 'too-long'),
    v.check(isText, 'not-text')
  ),
  null
);
const id = v.pipe(v.string(), v.uuid());

/** `postId` is made by the form, so that the same form sent twice starts one thread. */
export const newThread = v.object({ spaceId: id, postId: id, title, body, capacity: capacityField });
/** `id` is made by the writer's page, so that a reply sent twice is one reply. */
export const newReply = v.object({
  id,
  threadId: id,
  body,
  capacity: capacityField,
  quoted: v.nullish(id, null)
});
/** `revision`: the one that the editor started from; another one in between is a conflict. */
export const postEdit = v.object({
  id,
  threadId: id,
  body,
  revision: v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer(), v.minValue(0))
});
export const postWithdrawal = v.object({ id, threadId: id, reason });
export const threadClosure = v.object({ threadId: id, reason });
export const threadReopening = v.object({ threadId: id });
export const reading = v.object({
  threadId: id,
  number: v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer(), v.minValue(0))
});

interface ThreadName {
  id: string;
  title: string;
  lang: string;
  dir: Direction;
}

export interface ThreadView extends ThreadName, ThreadState {
  act: Act;
  space: Pick<SpaceView, 'id' | 'slug' | 'titles' | 'visibility' | 'leadOrganisation'>;
  seq: number;
  /** Number of the first post of this page of the thread. */
  from: number;
  posts: PostView[];
  /** How far the reader had come, and when; null: never here, or a guest. */
  read: { number: number; at: string } | null;
  may: { reply: boolean; moderate: boolean };
}

export interface PostSource {
  thread: ThreadName;
  space: Pick<SpaceView, 'slug' | 'titles'>;
  post: PostView;
  body: string;
  may: { edit: boolean; withdraw: boolean };
}

export interface PostHistory {
  thread: ThreadName;
  space: Pick<SpaceView, 'slug' | 'titles'>;
  post: PostView;
  texts: { revision: number; html: string; lang: string; dir: Direction; by: string; at: string }[];
}

export interface SpaceTally {
  threads: number;
  posts: number;
  unread: number | null;
  lastPostAt: string;
}
