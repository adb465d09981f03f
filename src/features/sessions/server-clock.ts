/**
 * The server's clock as this browser knows it, kept against a clock of the browser that nobody sets (`performance.now`): a device that is
 * an hour off, or is set right in the middle, shows the same second as all others. A message was sent before it came (`least`), and an
 * answer was made after it was asked for (`most`): the truth lies between, so it is known to half of the quickest round trip.
 */
export class ServerClock {
  #least = -Infinity;
  #most = Infinity;

  /** `asked`: when this browser asked for what it reads now, if it did. */
  read(serverNow: number, here = performance.now(), asked?: number): void {
    const least = serverNow - here;
    const most = asked === undefined ? Infinity : serverNow - asked;
    // What cannot both be true: a clock ran fast or slept. The new reading stands.
    if (least > this.#most || most < this.#least) [this.#least, this.#most] = [least, most];
    else [this.#least, this.#most] = [Math.max(this.#least, least), Math.min(this.#most, most)];
  }

  now(here = performance.now()): number {
    if (this.#least === -Infinity) return Date.now();
    return here + (this.#most === Infinity ? this.#least : (this.#least + this.#most) / 2);
  }
}
