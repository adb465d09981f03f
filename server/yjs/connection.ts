import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { closeCode, Refusal, type RefusalCode } from '#lib/refusal.ts';
import { admitAgain, type Pass } from './admit.ts';
import { bounds } from './bounds.ts';
import { delist } from './connections.ts';
import { acknowledgementFrame, readFrame, step1Frame, step2Frame, type Frame } from './frames.ts';
import { newClients, onlyDeletes } from './news.ts';
import type { Peer } from './peer.ts';
import type { Edit, Room } from './room.ts';

/** One client in one document: what it may say, what it is told, and when it must go. */
export class Connection implements Peer {
  readonly pass: Pass;
  readonly who: string;
  /** The client id under which others see this socket. */
  presenceId: number | undefined;
  #socket: WebSocket;
  #room: Room | undefined;
  #ended = false;
  #alive = true;
  #leave: () => void = () => undefined;
  #ping: NodeJS.Timeout | undefined;
  #clientIds = new Set<number>();
  /** Updates stored so far, and bytes of those that are not. */
  #stored = 0;
  #unstored = 0;
  /** Edits that came before the client answered our first question; undefined once it has. */
  #early: Edit[] | undefined = [];
  /** Since this state vector the client was told nothing: it reads too slowly, and gets the difference once it has caught up. */
  #owed: Uint8Array | undefined;

  constructor(socket: WebSocket, pass: Pass, who: string) {
    this.#socket = socket;
    this.pass = pass;
    this.who = who;
  }

  /** Enters the loaded room and starts to listen; `leave` runs once, at the end. */
  enter(room: Room, leave: () => void): void {
    this.#room = room;
    this.#leave = leave;
    room.connections.add(this);
    this.#socket.on('message', (bytes, isBinary) => this.#receive(bytes as Buffer, isBinary));
    this.#socket.on('pong', () => (this.#alive = true));
    this.#socket.on('close', () => this.#end());
    if (this.#socket.readyState !== this.#socket.OPEN) return this.#end();
    this.#ping = setInterval(() => this.#keepAlive(), bounds.pingMs);
    room.whenSettled(() => this.#send(step1Frame(Y.encodeStateVector(room.doc))));
    const everyone = room.awareness.everyone();
    if (everyone) this.#send(everyone);
    this.#socket.resume();
  }

  #receive(bytes: Buffer, isBinary: boolean): void {
    // After a refusal the peer may still be sending: nothing of it counts.
    if (this.#ended || !this.#room) return;
    if (!isBinary) return this.refuse('invalid', 'malformed');
    let frame: Frame;
    try {
      frame = readFrame(bytes);
    } catch {
      return this.refuse('invalid', 'malformed');
    }
    const room = this.#room;
    if (frame.kind === 'step1') room.whenSettled(() => this.#answer(frame.vector));
    else if (frame.kind === 'awareness') room.awareness.hear(this, frame.entries);
    else if (frame.kind === 'query') this.#sendIf(room.awareness.everyone());
    else this.#receiveUpdate(room, frame);
  }

  #receiveUpdate(room: Room, { answer, update, decoded }: Extract<Frame, { kind: 'update' }>): void {
    const news = newClients(room.doc, decoded);
    if (this.pass.role !== 'edit') {
      // A reader's own tidying of formats reaches us as deletions: they are not applied, and no reason to part.
      if (news.size > 0) this.refuse('not-allowed', 'read-only');
      else this.acknowledge(1, 0);
      return;
    }
    for (const clientId of news)
      if (!this.#owns(room, clientId)) return this.refuse('not-allowed', 'foreign-client');
    if (!onlyDeletes(decoded) && !room.hasRoomFor(update.length))
      return this.refuse('invalid', 'document-too-large');
    this.#unstored += update.length;
    if (this.#unstored > bounds.unstored) this.#socket.pause();
    // What is typed while the line comes up may build on text that the first answer is still to bring.
    const edit = { from: this, update, decoded };
    if (!this.#early) return room.receive(edit);
    if (!answer) return void this.#early.push(edit);
    const early = this.#early;
    this.#early = undefined;
    for (const each of [edit, ...early]) room.receive(each);
  }

  /** Text carries a client id for ever, and that id one author: nobody writes under another's, nor one person in two capacities. */
  #owns(room: Room, clientId: number): boolean {
    const author = room.authors.get(clientId);
    const act = this.pass.act;
    if (author) return author.personId === act?.personId && author.organisationId === act.organisationId;
    const present = room.awareness.ownerOf(clientId);
    return (
      (present === undefined || present === this.who) &&
      this.#clientIds.add(clientId).size <= bounds.clientIds
    );
  }

  #answer(vector: Uint8Array): void {
    if (this.#ended || this.#room!.dead) return;
    // Whoever asks again and again without reading gets one answer, when they have read the others.
    if (this.#socket.bufferedAmount > bounds.backlog) this.#owed = vector;
    else this.#send(step2Frame(Y.encodeStateAsUpdate(this.#room!.doc, vector)));
  }

  /** `updates` more are stored; `bytes` less are waiting. */
  acknowledge(updates: number, bytes: number): void {
    this.#stored += updates;
    this.#unstored -= bytes;
    if (this.#ended) return;
    if (this.#unstored <= bounds.unstored) this.#socket.resume();
    if (this.pass.wantsAcknowledgements) this.#send(acknowledgementFrame(this.#stored));
  }

  /** Tells what was just stored, unless the client reads too slowly: then it is owed everything since `before`. */
  tell(bytes: Uint8Array, before: Uint8Array): void {
    if (this.#ended || this.#owed) return;
    if (this.#socket.bufferedAmount > bounds.backlog) this.#owed = before;
    else this.#send(bytes);
  }

  tellPresence(bytes: Uint8Array): void {
    if (!this.#owed && this.#socket.bufferedAmount <= bounds.backlog) this.#send(bytes);
  }

  #sendIf(bytes: Uint8Array | undefined): void {
    if (bytes) this.tellPresence(bytes);
  }

  #send(bytes: Uint8Array): void {
    if (this.#ended || this.#socket.readyState !== this.#socket.OPEN) return;
    this.#socket.send(bytes, () => this.#catchUp());
  }

  #catchUp(): void {
    if (!this.#owed || this.#ended || this.#socket.bufferedAmount > bounds.backlog / 4) return;
    const vector = this.#owed;
    this.#owed = undefined;
    this.#room!.whenSettled(() => this.#answer(vector));
  }

  async recheck(): Promise<void> {
    if (this.#ended) return;
    try {
      await admitAgain(this.pass);
    } catch (fault) {
      if (fault instanceof Refusal) this.refuse(fault.code, fault.reason);
      else throw fault;
    }
  }

  #keepAlive(): void {
    if (!this.#alive) return this.#socket.terminate();
    this.#alive = false;
    this.#socket.ping();
    this.recheck().catch(() => undefined);
  }

  refuse(code: RefusalCode, reason: string): void {
    this.end(closeCode[code], reason);
  }

  /** Parts at once: nothing more is heard or told, whether or not the peer agrees to close. */
  end(code: number, reason: string): void {
    if (this.#ended) return;
    this.#end();
    this.#socket.resume();
    this.#socket.close(code, reason);
    setTimeout(() => this.#socket.terminate(), 2000).unref();
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    clearInterval(this.#ping);
    this.#room?.connections.delete(this);
    this.#room?.awareness.leave(this);
    delist(this);
    this.#leave();
  }
}
