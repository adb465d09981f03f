import type { PostView } from './forum.ts';
import { dropUnsent, keepUnsent, readUnsent, type Unsent } from './kept.ts';
import { sendReply, type Sent } from './send-reply.ts';

interface Told {
  posted(post: PostView): void;
  /** The reply will not be taken as it is: its text goes back to the writer, with the reason. */
  refused(reply: Unsent, why: Extract<Sent, { kind: 'refused' }>): void;
}

/**
 * Own replies on their way. Each is kept on this device until the server has said yes or no, sent in order, and sent
 * again after a lost line; the id it was given here makes the server take it once.
 */
export class Outbox {
  waiting = $state.raw<Unsent[]>([]);
  /** Set while the line is down: the replies wait, and the page says so. */
  stuck = $state(false);
  #personId: string;
  #told: Told;
  #busy = false;
  #wait = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(personId: string, told: Told) {
    this.#personId = personId;
    this.#told = told;
  }

  /** What an earlier page left behind is sent now. Returns the end of this outbox, for `$effect`. */
  open(threadId: string): () => void {
    this.waiting = readUnsent(this.#personId, threadId);
    void this.flush();
    return () => clearTimeout(this.#timer);
  }

  send(reply: Unsent): void {
    keepUnsent(this.#personId, reply);
    this.waiting = [...this.waiting, reply];
    void this.flush();
  }

  /** Sends what waits, now: after a submit, and when the line is back. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#busy) return;
    this.#busy = true;
    while (this.waiting.length > 0 && (await this.#sendFirst(this.waiting[0])));
    this.#busy = false;
    this.stuck = this.waiting.length > 0;
    if (this.stuck)
      this.#timer = setTimeout(
        () => void this.flush(),
        (this.#wait = Math.min(30_000, this.#wait * 2 || 1000))
      );
    else this.#wait = 0;
  }

  async #sendFirst(reply: Unsent): Promise<boolean> {
    const sent = await sendReply(reply);
    if (sent.kind === 'unknown') return false;
    dropUnsent(this.#personId, reply);
    this.waiting = this.waiting.filter(({ id }) => id !== reply.id);
    if (sent.kind === 'posted') this.#told.posted(sent.post);
    else this.#told.refused(reply, sent);
    return true;
  }
}
