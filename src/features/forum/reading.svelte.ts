import { sendReading } from './send-reply.ts';

/**
 * Follows how far someone reads, by the last post that was in sight, and tells the server now and then: after a rest
 * and when the page is left. `end` hears whether the end of the thread is in sight.
 */
export class Reading {
  #threadId: string;
  #told: number;
  #reached: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #observer: IntersectionObserver | undefined;

  constructor(threadId: string, number: number) {
    this.#threadId = threadId;
    this.#told = this.#reached = number;
  }

  /** Starts to look; returns the end of it, for `$effect`. */
  start(): () => void {
    this.#observer = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) this.#reach(Number((target as HTMLElement).dataset.number));
    });
    for (const element of document.querySelectorAll('[data-number]')) this.#observer.observe(element);
    const tell = () => document.visibilityState === 'hidden' && this.#tell();
    document.addEventListener('visibilitychange', tell);
    return () => {
      this.#tell();
      this.#observer?.disconnect();
      document.removeEventListener('visibilitychange', tell);
    };
  }

  /** For posts that come while one reads. */
  readonly follow = (element: HTMLElement): (() => void) => {
    this.#observer?.observe(element);
    return () => this.#observer?.unobserve(element);
  };

  #reach(number: number): void {
    if (number <= this.#reached || document.visibilityState === 'hidden') return;
    this.#reached = number;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), 1500);
  }

  #tell(): void {
    clearTimeout(this.#timer);
    if (this.#reached <= this.#told) return;
    this.#told = this.#reached;
    sendReading(this.#threadId, this.#reached);
  }
}
