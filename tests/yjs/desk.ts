/** A desk for tests of shared documents: the real upgrade path, stock y-websocket clients, and hand-made ones. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { eq } from 'drizzle-orm';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { SCHEMA_VERSION, textField, type StartedType } from '#features/briefs/briefs.ts';
import { briefKeeper } from '#features/briefs/server/keeper.ts';
import { startBrief } from '#features/briefs/server/start-brief.ts';
import { docOf } from '#features/briefs/server/text.ts';
import type { Actor } from '#features/people/people.ts';
import { persons } from '#features/people/server/tables.ts';
import { db } from '#lib/server/db.ts';
import { attachRealtime } from '#server/realtime.ts';
import { aMember, aSpace } from '#tests/world.ts';

export interface Desk {
  port: number;
  origin: string;
  close(): Promise<void>;
}

/** An http server with the sockets of the real one. */
export async function openDesk(at = 0): Promise<Desk> {
  const http = createServer((_, response) => response.writeHead(404).end());
  const realtime = attachRealtime(http, { ownsEveryUpgrade: true });
  await new Promise<void>((listening) => http.listen(at, '127.0.0.1', listening));
  const { port } = http.address() as AddressInfo;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      await realtime.close();
      http.closeAllConnections();
      await new Promise((closed) => http.close(closed));
    }
  };
}

export const aBrief = async (
  actor: Actor,
  forum: string,
  type: StartedType = 'joint_statement'
): Promise<string> =>
  (await startBrief(actor, { forum, type, title: 'A text', lang: 'en', capacity: 'personal' })).id;

/** The text as the database alone knows it: what is left after a crash. */
export async function storedDoc(id: string): Promise<Y.Doc> {
  return docOf(await briefKeeper.load(id));
}

export const note = (doc: Y.Doc): Y.Text => doc.getText('note');
export const xml = (doc: Y.Doc): string => doc.getXmlFragment(textField).toString();

interface Seat {
  token?: string;
  origin?: string;
  query?: Record<string, string>;
}

async function paramsFor(id: string, seat: Seat): Promise<Record<string, string>> {
  const generation = await briefKeeper.load(id).then(
    (kept) => kept.generation,
    () => ''
  );
  return { schema: String(SCHEMA_VERSION), generation, ack: '1', ...seat.query };
}

const headersFor = (desk: Desk, seat: Seat) => ({
  origin: seat.origin ?? desk.origin,
  ...(seat.token ? { cookie: `palabre_sign_in=${seat.token}` } : {})
});

/** A stock y-websocket client, with the count of what it sent and of what was acknowledged. */
export class Editor {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  closed: { code: number; reason: string } | undefined;
  sent = 0;
  stored = 0;

  static async open(desk: Desk, id: string, seat: Seat = {}): Promise<Editor> {
    return new Editor(desk, id, await paramsFor(id, seat), seat);
  }

  constructor(desk: Desk, id: string, params: Record<string, string>, seat: Seat) {
    const headers = headersFor(desk, seat);
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    const editor = this;
    class Polyfill extends WebSocket {
      constructor(url: string, protocols?: string[]) {
        super(url, protocols, { headers });
        editor.sent = editor.stored = 0;
        this.on('close', (code, reason) => (editor.closed = { code, reason: String(reason) }));
      }
      override send(...args: unknown[]): void {
        const bytes = args[0] as Uint8Array;
        if (bytes[0] === 0 && bytes[1] > 0) editor.sent += 1;
        super.send(bytes);
      }
    }
    this.provider = new WebsocketProvider(`ws://127.0.0.1:${desk.port}/yjs/brief`, id, this.doc, {
      params,
      disableBc: true,
      WebSocketPolyfill: Polyfill as unknown as typeof globalThis.WebSocket
    });
    this.provider.messageHandlers[100] = (_, decoder) => {
      editor.stored = decoding.readVarUint(decoder);
    };
  }

  get note(): Y.Text {
    return note(this.doc);
  }

  synced(): Promise<void> {
    return until(() => this.provider.synced);
  }

  /** Everything that was sent is stored. */
  saved(): Promise<void> {
    return until(() => this.provider.synced && this.sent > 0 && this.stored === this.sent);
  }

  leave(): void {
    // Yjs takes a new client id when somebody else wrote under its own (broken messages do); y-websocket would look
    // for its presence under the new one, and throw.
    this.doc.clientID = this.provider.awareness.clientID;
    this.provider.destroy();
    this.doc.destroy();
  }
}

/** A hand-made client: says any bytes, hears any bytes. */
export class Stranger {
  readonly socket: WebSocket;
  readonly heard: Uint8Array[] = [];
  readonly ended: Promise<{ code: number; reason: string; status?: number }>;
  /** Whether the socket has ended. */
  over = false;

  static async open(desk: Desk, id: string, seat: Seat & { path?: string } = {}): Promise<Stranger> {
    const query = new URLSearchParams(await paramsFor(id, seat));
    return new Stranger(
      `ws://127.0.0.1:${desk.port}${seat.path ?? `/yjs/brief/${id}`}?${query}`,
      headersFor(desk, seat)
    );
  }

  constructor(url: string, headers: Record<string, string>) {
    this.socket = new WebSocket(url, { headers });
    this.socket.on('message', (bytes) => this.heard.push(bytes as Buffer));
    this.ended = new Promise((resolve) => {
      this.socket.on('error', () => undefined);
      this.socket.on('unexpected-response', (_, response) =>
        resolve({ code: 0, reason: '', status: response.statusCode })
      );
      this.socket.on('close', (code, reason) => {
        this.over = true;
        resolve({ code, reason: String(reason) });
      });
    });
  }

  /** The server has said its first word: we are in. */
  in(): Promise<void> {
    return until(() => this.heard.length > 0);
  }

  say(...parts: (number | Uint8Array)[]): void {
    this.socket.send(framed(...parts));
  }

  leave(): void {
    this.socket.terminate();
  }
}

export function framed(...parts: (number | Uint8Array)[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const part of parts) {
    if (typeof part === 'number') encoding.writeVarUint(encoder, part);
    else encoding.writeVarUint8Array(encoder, part);
  }
  return encoding.toUint8Array(encoder);
}

export async function until(holds: () => boolean | Promise<boolean>, within = 8000): Promise<void> {
  const end = Date.now() + within;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not so within ${within} ms: ${holds}`);
    await wait(5);
  }
}

/** A brief of an administrator's, in a forum of its own; `before` is its text. */
export async function aText(visibility: 'public' | 'members' | 'restricted' = 'public') {
  const space = await aSpace({ visibility });
  const admin = await aMember({ administrator: true });
  const id = await aBrief(admin, space.slug);
  return { id, admin, space, before: xml(await storedDoc(id)) };
}

export async function emailOf(personId: string): Promise<string> {
  const [{ email }] = await db.select({ email: persons.email }).from(persons).where(eq(persons.id, personId));
  return email!;
}
