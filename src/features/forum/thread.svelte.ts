import { LiveRoom } from '#lib/live/live-room.svelte.ts';
import {
  limits,
  threadRoomName,
  type PostEvent,
  type PostView,
  type ThreadEvent,
  type ThreadState,
  type ThreadView
} from './forum.ts';
import type { MoveTrace, PostsMovedEvent } from './moving.ts';

type Heard = PostEvent | ThreadEvent | PostsMovedEvent;

/**
 * One page of a thread, kept the same as the server's: posts are put in by id and stand by number, whatever the order
 * in which they come and however often. What is beyond this page of a long thread is counted, not shown.
 */
export class ThreadLive {
  posts = $state.raw<PostView[]>([]);
  /** Where posts of this page stood that are in another thread now. */
  moves = $state.raw<MoveTrace[]>([]);
  state = $state.raw<ThreadState>({
    postsCount: 0,
    closed: null,
    tags: [],
    pinnedUntil: null,
    repliesOff: false,
    answer: null,
    support: null,
    attribution: null
  });
  /** The reader asked for quiet: what comes is held until they ask for it. */
  paused = $state(false);
  held = $state.raw<PostView[]>([]);
  /** Numbers of others' posts that came while the end of the thread was out of sight. */
  fresh = $state.raw<number[]>([]);
  endInSight = false;
  /** Set by what shows more of the posts than their list: the table of a call. */
  heard: ((post: PostView) => void) | null = null;
  readonly room: LiveRoom;
  readonly from: number;
  #came: (post: PostView) => void;

  /** `came` is called for each post that is new on this page and not the reader's own. */
  constructor(view: ThreadView, own: (post: PostView) => boolean, came: (post: PostView) => void) {
    this.from = view.from;
    this.posts = view.posts;
    this.moves = view.moves;
    const { postsCount, closed, tags, pinnedUntil, repliesOff, answer, support, attribution } = view;
    this.state = { postsCount, closed, tags, pinnedUntil, repliesOff, answer, support, attribution };
    this.room = new LiveRoom(threadRoomName(view.id), view.seq, (_name, event: Heard) => this.#apply(event));
    this.#came = (post) => {
      if (own(post)) return;
      came(post);
      if (!this.endInSight) this.fresh = [...this.fresh, post.number];
    };
  }

  /** Whether a post of this number stands on this page of the thread. */
  holds(number: number): boolean {
    return number >= this.from && number < this.from + limits.window;
  }

  /** Takes a post that the server gave in another way: the answer to one's own reply, or a page read again. */
  take(post: PostView): void {
    this.heard?.(post);
    if (this.state.postsCount < post.number) this.state = { ...this.state, postsCount: post.number };
    if (!this.holds(post.number)) return;
    const place = this.posts.findIndex(({ id }) => id === post.id);
    if (place === -1) this.posts = [...this.posts, post].sort((a, b) => a.number - b.number);
    else if (this.posts[place].seq <= post.seq) this.posts = this.posts.with(place, post);
  }

  /** Shows what was held, and listens again. */
  resume(): void {
    this.paused = false;
    for (const post of this.held) this.#receive(post);
    this.held = [];
  }

  seen(): void {
    this.endInSight = true;
    this.fresh = [];
  }

  #apply(event: Heard): void {
    if ('state' in event) this.state = event.state;
    else if ('moved' in event) this.#leave(event.moved);
    else if (this.paused) this.held = [...this.held.filter(({ id }) => id !== event.post.id), event.post];
    else this.#receive(event.post);
  }

  /** They are elsewhere now, and a trace stands where they were. */
  #leave(moved: MoveTrace[]): void {
    const gone = new Set(moved.map(({ postId }) => postId));
    this.posts = this.posts.filter(({ id }) => !gone.has(id));
    this.held = this.held.filter(({ id }) => !gone.has(id));
    const here = moved.filter(({ number }) => this.holds(number));
    this.moves = [...this.moves.filter(({ postId }) => !gone.has(postId)), ...here];
  }

  #receive(post: PostView): void {
    const isNew = this.holds(post.number) && !this.posts.some(({ id }) => id === post.id);
    this.take(post);
    if (isNew) this.#came(post);
  }
}
