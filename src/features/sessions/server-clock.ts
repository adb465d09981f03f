/**
 * The server's clock as this browser knows it. A reading is late by the time it travelled, never early, so the
 * largest offset seen is the truest; windows on ordinary lines then agree within their shortest delay.
 */
export class ServerClock {
  #offset = -Infinity;

  read(serverNow: number, here = Date.now()): void {
    this.#offset = Math.max(this.#offset, serverNow - here);
  }

  now(here = Date.now()): number {
    return here + (this.#offset === -Infinity ? 0 : this.#offset);
  }
}
