/**
 * A socket that speaks as much of Engine.IO 4 and Socket.IO 5 as a measurement needs: thousands of them fit into one
 * process, and what a frame says is looked at only as far as it must be.
 */
import WebSocket from 'ws';

export class RawSocket {
  /** The last sequence that was heard of. */
  seq = 0;
  frames = 0;
  bytes = 0;
  #socket: WebSocket;
  #answers = new Map<number, (answer: unknown) => void>();
  #asked = 0;
  #mark: string;
  /** What came with a sequence, whole, for those few that look at it. */
  listen: ((name: string, payload: unknown) => void) | undefined;
  heard: ((before: number, seq: number) => void) | undefined;
  /** The line broke: nobody measures on with one socket less. */
  onClose: ((code: number) => void) | undefined;
  readonly open: Promise<void>;

  constructor(origin: string, cookie: string, room: string) {
    this.#mark = `{"room":"${room}","seq":`;
    this.#socket = new WebSocket(`${origin.replace('http', 'ws')}/live/?EIO=4&transport=websocket`, {
      headers: { origin, cookie },
      perMessageDeflate: false
    });
    this.open = new Promise((opened, failed) => {
      this.#socket.on('error', failed);
      this.#socket.on('close', (code) => this.onClose?.(code));
      this.#socket.on('message', (data: Buffer) => {
        const kind = String.fromCharCode(data[0], data[1] ?? 32);
        if (kind === '2 ') this.#socket.send('3');
        else if (kind.startsWith('0')) this.#socket.send('40');
        else if (kind === '40') opened();
        else if (kind === '43') this.#answered(data.toString());
        else if (kind === '42') this.#event(data);
      });
    });
  }

  ask(name: string, message: unknown): Promise<unknown> {
    const id = this.#asked++;
    this.#socket.send(`42${id}${JSON.stringify([name, message])}`);
    return new Promise((answered) => this.#answers.set(id, answered));
  }

  close(): void {
    this.onClose = undefined;
    this.#socket.removeAllListeners('error').on('error', () => undefined);
    this.#socket.terminate();
  }

  #answered(text: string): void {
    const at = text.indexOf('[');
    const id = Number(text.slice(2, at));
    const [answer] = JSON.parse(text.slice(at)) as [{ seq?: number }];
    if (typeof answer.seq === 'number') this.seq = Math.max(this.seq, answer.seq);
    this.#answers.get(id)?.(answer);
    this.#answers.delete(id);
  }

  #event(data: Buffer): void {
    this.frames += 1;
    this.bytes += data.length;
    if (this.listen) {
      const [name, payload] = JSON.parse(data.toString().slice(2)) as [
        string,
        { facts?: [string, unknown][] }
      ];
      for (const fact of name === 'room.batch' ? payload.facts! : [[name, payload] as [string, unknown]])
        this.listen(...fact);
    }
    const at = data.lastIndexOf(this.#mark);
    if (at < 0) return;
    const from = at + this.#mark.length;
    const seq = Number.parseInt(data.toString('latin1', from, from + 12), 10);
    if (seq <= this.seq) return;
    const before = this.seq;
    this.seq = seq;
    this.heard?.(before, seq);
  }
}
