/**
 * Says to screen readers what came, politely and at most once in five seconds: what comes in between is said together.
 */
export class Announcer {
  text = $state('');
  #count = 0;
  #last = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #words: (count: number, last: string) => string;

  constructor(words: (count: number, last: string) => string) {
    this.#words = words;
  }

  heard(from: string): void {
    this.#count += 1;
    this.#last = from;
    this.#timer ??= setTimeout(() => this.#say(), this.text ? 5000 : 300);
  }

  #say(): void {
    this.#timer = undefined;
    this.text = this.#words(this.#count, this.#last);
    this.#count = 0;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
