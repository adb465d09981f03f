import type { Act } from '#features/people/people.ts';
import type { SpaceView } from '#features/spaces/spaces.ts';
import type { Direction } from '#lib/dir.ts';
import type { AttributionState } from './attribution.ts';
import type { MoveTrace } from './moving.ts';
import type { Clearance, HoldReason } from './pending.ts';
import type { Acceptance, Experience, Purpose, SupportState } from './purposes.ts';

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

/** What the audit chain calls what happens to a post or thread after it is there. */
export const facts = {
  edited: 'reply.edited',
  withdrawn: 'reply.withdrawn',
  hidden: 'reply.hidden',
  shown: 'reply.shown',
  languageCorrected: 'reply.language-corrected',
  titleLanguageCorrected: 'thread.language-corrected',
  /** Of before the chain: it was taken in as it was found. */
  adopted: 'reply.adopted',
  closed: 'thread.closed',
  reopened: 'thread.reopened'
} as const;

/** Where a draft will stand, see drafts. */
export const replyPlace = (threadId: string) => `reply:${threadId}`;
export const threadPlace = (spaceId: string) => `thread:${spaceId}`;
export const editPlace = (postId: string) => `edit:${postId}`;

/** The address of one post: it opens the page of the thread that holds it, at the post. */
export const postAddress = (threadId: string, number: number) =>
  `/threads/${threadId}?post=${number}#post-${number}`;

/** Of an imported mail an attachment is named only: it has no `id`, and its bytes are not kept. */
export interface Attachment {
  id?: string;
  name: string;
  bytes: number;
  type: string;
  /** Of a picture, in pixels. */
  width?: number | null;
  height?: number | null;
  /** Hexadecimal, of the bytes. */
  sha256?: string;
}

/** Who said which language a text is in, and when (ISO 8601, UTC): it is not guessed any more. */
export interface LanguageSaid {
  personId: string;
  name: string;
  at: string;
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
  /** Nobody reads the text. `category`: hidden by a moderator for this reason; what is hidden may come back. */
  withdrawn: {
    at: string;
    by: string;
    reason: string | null;
    moderated: boolean;
    category: string | null;
  } | null;
  /** Where it stood before a moderator moved it here. */
  movedFrom: { threadId: string; number: number } | null;
  /** Who cleared it for its organisation before it was posted. */
  cleared: Clearance | null;
  /** Only in the answer to its author: the post waits, has no number yet (0) and is seen by nobody else. */
  waits?: HoldReason;
  attachments: Attachment[];
  /** What was told in the form of a call for experiences. */
  experience: Experience | null;
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
  tags: string[];
  pinnedUntil: string | null;
  repliesOff: boolean;
  answer: Acceptance | null;
  support: SupportState | null;
  /** The Chatham House Rule, in force or lifted; null where it never held. */
  attribution: AttributionState | null;
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
  purpose: Purpose;
  tags: string[];
  answered: boolean;
  pinnedUntil: string | null;
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

interface ThreadName {
  id: string;
  title: string;
  lang: string;
  dir: Direction;
}

export interface ThreadView extends ThreadName, ThreadState {
  purpose: Purpose;
  act: Act;
  space: Pick<SpaceView, 'id' | 'slug' | 'titles' | 'visibility' | 'leadOrganisation'>;
  seq: number;
  /** Number of the first post of this page of the thread. */
  from: number;
  posts: PostView[];
  /** How far the reader had come, and when; null: never here, or a guest. */
  read: { number: number; at: string } | null;
  /** Where posts stood on this page that are in another thread now. */
  moves: MoveTrace[];
  /** The thread that all of this one went into. */
  mergedInto: string | null;
  /** Ids of posts of this page that are the reader's own though their author is sealed. */
  own: string[];
  may: { reply: boolean; moderate: boolean; accept: boolean; close: boolean; lock: boolean; tag: boolean };
}

export interface PostSource {
  thread: ThreadName;
  space: Pick<SpaceView, 'slug' | 'titles'>;
  post: PostView;
  body: string;
  /** Who said the language of the post; null: its letters do. */
  langSaid: LanguageSaid | null;
  may: { edit: boolean; withdraw: boolean; language: boolean; titleLanguage: boolean };
  /** With its contact, for who may change it. */
  experience: Experience | null;
}

/** What changed from one text of a post to another, by revision. */
export interface PostComparison {
  from: number;
  to: number;
  changes: { kind: 'same' | 'removed' | 'added'; text: string }[];
  lang: string;
  dir: Direction;
}

/** What the form of an experience said beside its text. */
export type FormerFacts = Pick<Experience, 'country' | 'year' | 'outcome'>;

export interface PostHistory {
  /** null: there is one text only. */
  compared: PostComparison | null;
  thread: ThreadName;
  space: Pick<SpaceView, 'slug' | 'titles'>;
  post: PostView;
  texts: {
    revision: number;
    html: string;
    lang: string;
    dir: Direction;
    by: string;
    at: string;
    facts: FormerFacts | null;
  }[];
}

export interface SpaceTally {
  threads: number;
  posts: number;
  unread: number | null;
  lastPostAt: string;
}
