/**
 * What may truthfully be said about an author's edits:
 * opening: not here yet. saved: everything is in the database. saving: on its way, not confirmed. device: only in this
 * page, the line is down. refused: only in this page, and the server will not take it. closed: nothing is lost, but
 * nothing more is taken. offline: the line is down, nothing is waiting.
 */
export type SaveState = 'opening' | 'saved' | 'saving' | 'device' | 'refused' | 'closed' | 'offline';

/** Counts what left on the line and what the server has said is stored. Nothing else makes an edit "saved". */
export class SaveLine {
  savedAt: Date | undefined;
  refusal: string | undefined;
  #unsaved = false;
  #connected = false;
  #answered = false;
  #sent = 0;
  #stored = 0;

  get unsaved(): boolean {
    return this.#unsaved;
  }

  get state(): SaveState {
    if (this.refusal) return this.#unsaved ? 'refused' : 'closed';
    if (!this.#connected) return this.#unsaved ? 'device' : this.savedAt ? 'offline' : 'opening';
    if (this.#unsaved) return 'saving';
    return this.savedAt ? 'saved' : 'opening';
  }

  /** The author changed the text. */
  edited(): void {
    this.#unsaved = true;
  }

  /** A new line: what was sent on the old one counts no more, the first answer brings it again. */
  connected(): void {
    this.#connected = true;
    this.#answered = false;
    this.#sent = this.#stored = 0;
    this.refusal = undefined;
  }

  /** An update left; `answer` is the one that brings everything the server has not. */
  sent(answer: boolean): void {
    this.#sent += 1;
    this.#answered ||= answer;
  }

  /** The server said that the first `count` updates of this line are stored. */
  stored(count: number, at: Date): void {
    this.#stored = count;
    if (!this.#answered || this.#stored < this.#sent) return;
    this.#unsaved = false;
    this.savedAt = at;
  }

  /** The line ended; with a refusal it will not come back by itself. */
  lost(refusal?: string): void {
    this.#connected = false;
    this.refusal = refusal;
  }
}
