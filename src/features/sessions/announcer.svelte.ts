/** A screen reader hears at most one sentence in this many milliseconds; of several that wait, the latest. */
const every = 5000;

/** What a live page says aloud, in a region that is read politely. */
export class Announcer {
  said = $state('');
  silent = false;
  #last = 0;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  say(sentence: string): void {
    if (this.silent) return;
    this.stop();
    const speak = () => {
      this.#last = Date.now();
      this.said = sentence;
    };
    this.#waiting = setTimeout(speak, Math.max(0, this.#last + every - Date.now()));
  }

  stop(): void {
    clearTimeout(this.#waiting);
  }
}
