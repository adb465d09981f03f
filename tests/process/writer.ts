/** A client of the shared documents as small as can be, which remembers what it was told is stored. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import WebSocket from 'ws';
import * as Y from 'yjs';

const sync = 0;
const acknowledged = 100;

export class Writer {
  readonly doc = new Y.Doc();
  /** What each update frame that was sent carried: a mark, or null for the answer to the server's first step. */
  readonly #sent: (string | null)[] = [];
  #stored = 0;
  #mark: string | null = null;
  synced: Promise<void>;
  /** Called for each update from others. */
  onRemote: ((update: Uint8Array) => void) | undefined;
  #socket: WebSocket;

  constructor(address: string, cookie: string) {
    const { origin } = new URL(address.replace(/^ws/, 'http'));
    this.#socket = new WebSocket(address, { headers: { cookie, origin } });
    this.#socket.on('error', () => undefined);
    this.#socket.on('open', () => this.#send(0, Y.encodeStateVector(this.doc)));
    this.doc.on('update', (update: Uint8Array, from: unknown) => {
      if (from !== this) this.#send(2, update);
    });
    this.synced = new Promise((synced, failed) => {
      this.#socket.on('message', (bytes: Buffer) => this.#receive(bytes, synced));
      this.#socket.on('close', (code: number, reason: Buffer) =>
        failed(new Error(`closed ${code} ${reason}`))
      );
    });
    this.synced.catch(() => undefined);
  }

  /** Appends a mark of its own to the first paragraph: an edit that can be looked for afterwards. */
  write(mark: string): void {
    this.#mark = mark;
    const fragment = this.doc.getXmlFragment('default');
    this.doc.transact(() => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(mark)]);
      fragment.insert(fragment.length, [paragraph]);
    });
    this.#mark = null;
  }

  /** The marks that this client was told are stored. */
  saved(): string[] {
    return this.#sent.slice(0, this.#stored).filter((mark) => mark !== null);
  }

  text(): string {
    return this.doc.getXmlFragment('default').toString();
  }

  close(): void {
    this.#socket.terminate();
  }

  #send(part: number, body: Uint8Array): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, sync);
    encoding.writeVarUint(encoder, part);
    encoding.writeVarUint8Array(encoder, body);
    if (part !== 0) this.#sent.push(this.#mark);
    this.#socket.send(encoding.toUint8Array(encoder));
  }

  #receive(bytes: Buffer, synced: () => void): void {
    const decoder = decoding.createDecoder(bytes);
    const type = decoding.readVarUint(decoder);
    if (type === acknowledged) this.#stored = decoding.readVarUint(decoder);
    if (type !== sync) return;
    const part = decoding.readVarUint(decoder);
    const body = decoding.readVarUint8Array(decoder);
    if (part === 0) this.#send(1, Y.encodeStateAsUpdate(this.doc, body));
    else {
      Y.applyUpdate(this.doc, body, this);
      if (part === 1) synced();
      else this.onRemote?.(body);
    }
  }
}
