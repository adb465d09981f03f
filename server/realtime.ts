import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { attachSocket } from './socket.ts';
import { attachYjs } from './yjs/attach.ts';

export interface Realtime {
  /** Ends every socket, after what was acknowledged is stored. */
  close(): Promise<void>;
}

/** The only file that sees `upgrade`: /live is Socket.IO's own, /yjs/ goes to the shared documents. */
export function attachRealtime(
  http: HttpServer,
  { ownsEveryUpgrade }: { ownsEveryUpgrade: boolean }
): Realtime {
  const live = attachSocket(http);
  const yjs = attachYjs();
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const path = (request.url ?? '').split('?')[0];
    if (path.startsWith('/yjs/')) yjs.upgrade(request, socket, head);
    // In development Vite has upgrades of its own; in production nobody else does.
    else if (!path.startsWith('/live') && ownsEveryUpgrade) socket.destroy();
  });
  return {
    close: async () => {
      await yjs.close();
      await live.close();
    }
  };
}
