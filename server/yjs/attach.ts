import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { closeCode, Refusal } from '#lib/refusal.ts';
import { listen } from '#lib/server/announce.ts';
import { onDisconnect } from '#lib/server/hub.ts';
import { log } from '#lib/server/log.ts';
import { isOurOrigin } from '../origin.ts';
import { admit, whoIs } from './admit.ts';
import { bounds } from './bounds.ts';
import { Connection } from './connection.ts';
import { accessChanges, delist, endSockets, enlist, everyConnection, recheck } from './connections.ts';
import { enterRoom, forgetRooms, ledger } from './rooms.ts';

/** The door for shared documents at /yjs/KIND/ID: our own server for the protocol of the y-websocket client. */
export function attachYjs(): {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): Promise<void>;
} {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: bounds.message,
    perMessageDeflate: false
  });
  let stopping = false;
  listen('yjs', recheck);
  onDisconnect('yjs', endSockets);

  return {
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      if (stopping) return turnAway(socket, '503 Service Unavailable');
      // A page of another site may not open documents with our reader's cookie, and learns nothing about them.
      if (!isOurOrigin(request.headers)) return turnAway(socket, '403 Forbidden');
      server.handleUpgrade(request, socket, head, (accepted) => void welcome(request, accepted));
    },

    /** Stores and acknowledges what was received, then parts so that clients come back by themselves. */
    async close() {
      stopping = true;
      await ledger.flush();
      for (const connection of everyConnection()) connection.end(1012, 'restarting');
      await ledger.flush();
      forgetRooms();
      server.close();
      for (const client of server.clients) setTimeout(() => client.terminate(), 1000).unref();
    }
  };
}

const turnAway = (socket: Duplex, status: string) =>
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);

/** Lets an accepted socket in, or closes it with the reason. Until it is in, nothing that it sends is read. */
async function welcome(request: IncomingMessage, socket: WebSocket): Promise<void> {
  socket.on('error', () => undefined);
  socket.pause();
  let connection: Connection | undefined;
  try {
    const changes = accessChanges();
    const pass = await admit(request);
    connection = new Connection(socket, pass, whoIs(pass, request));
    enlist(connection);
    await enterRoom(connection);
    // What was read before access changed is not good enough.
    if (changes !== accessChanges()) await connection.recheck();
  } catch (fault) {
    if (connection) delist(connection);
    socket.resume();
    if (fault instanceof Refusal) socket.close(closeCode[fault.code], fault.reason);
    else {
      log.error({ fault: String(fault) }, 'a document could not be opened');
      socket.close(1011, 'try-again');
    }
    setTimeout(() => socket.terminate(), 2000).unref();
  }
}
