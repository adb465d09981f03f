import { patience, type Line, type Listener } from './line.ts';

/** How long to wait before the next attempt: half a second, doubled up to 3 s, and never the same for everyone: when the server is back, all are within 5 s. */
const pause = (attempts: number): number => Math.min(3000, 500 * 2 ** attempts) * (0.5 + Math.random());

/**
 * The browser's end of Socket.IO over one WebSocket: as much of its protocol (Engine.IO 4, Socket.IO 5, JSON) as our
 * pages speak, a tenth of the size of the client that speaks all of it. Comes back by itself when the line is lost.
 */
export class Wire implements Line {
  connected = false;
  /** Attempts in a row that did not come up. */
  attempts = 0;
  #listener: Listener;
  #socket: WebSocket | undefined;
  #answers = new Map<number, (answer?: unknown) => void>();
  #asked = 0;
  #silence = 20_000;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  connect(): void {
    if (this.#socket) return;
    const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/live/?EIO=4&transport=websocket`);
    this.#socket = socket;
    socket.onmessage = ({ data }) => this.#socket === socket && this.#hear(String(data));
    socket.onclose = () => this.#socket === socket && this.#lose();
    this.#awaitWord();
  }

  disconnect(): void {
    this.#lose();
    clearTimeout(this.#timer);
  }

  tell(event: string, message: unknown): void {
    if (this.connected) this.#socket?.send(`42${JSON.stringify([event, message])}`);
  }

  ask(event: string, message: unknown): Promise<unknown> {
    if (!this.connected) return Promise.resolve();
    return new Promise((resolve) => {
      const id = ++this.#asked;
      const answered = (answer?: unknown) => (this.#answers.delete(id), resolve(answer));
      this.#answers.set(id, answered);
      setTimeout(answered, patience);
      this.#socket?.send(`42${id}${JSON.stringify([event, message])}`);
    });
  }

  /** Engine.IO: 0 opens, 2 asks whether we are there, 4 carries a packet of Socket.IO. */
  #hear(text: string): void {
    if (text[0] === '0') {
      const { pingInterval, pingTimeout } = JSON.parse(text.slice(1)) as Record<string, number>;
      this.#silence = pingInterval + pingTimeout;
      this.#socket?.send('40');
    } else if (text[0] === '2') this.#socket?.send('3');
    this.#awaitWord();
    if (text[0] === '4') this.#open(text[1], text.slice(2));
  }

  /** Socket.IO: 0 lets us in, 1 and 4 send us away, 2 is an event, 3 the answer to what we asked. */
  #open(kind: string, rest: string): void {
    const start = rest.indexOf('[');
    const [first, second] = start < 0 ? [] : (JSON.parse(rest.slice(start)) as unknown[]);
    if (kind === '0') {
      this.connected = true;
      this.attempts = 0;
      this.#listener.up();
    } else if (kind === '2') this.#listener.event(String(first), second);
    else if (kind === '3') this.#answers.get(Number(rest.slice(0, start)))?.(first);
    // Who we are has changed (signed out, a mandate ended): come back soon as who we are now.
    else this.#lose(300);
  }

  /** A line on which nothing was heard for longer than the server is ever silent is lost, whatever the browser believes. */
  #awaitWord(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#lose(), this.#silence);
  }

  #lose(wait = pause(this.attempts++)): void {
    const socket = this.#socket;
    this.#socket = undefined;
    this.connected = false;
    socket?.close();
    for (const answered of this.#answers.values()) answered();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.connect(), wait);
    this.#listener.down();
  }
}
