/** The process: opens the house, serves pages and sockets on one port, and stops without losing what was acknowledged. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { stopFollowing, tendFollowing } from '#features/following/server/tend.ts';
import { settings } from '#lib/server/env.ts';
import { store } from '#lib/server/db.ts';
import { log } from '#lib/server/log.ts';
import { letOneClickIn } from './one-click.ts';
import { attachRealtime } from './realtime.ts';
import { openHouse } from './open-house.ts';
import { furnish, greet } from './welcome.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown;

export async function start(loadPages: () => Promise<{ handler: Handler }>): Promise<void> {
  // What this process writes (database, mails) is for its owner alone.
  process.umask(0o077);
  const { host, port, trustProxy, publicOrigin } = settings();
  // Until the house is open, whoever asks hears so at once: a request without a listener would hang.
  let answer: Handler = (_, response) => response.writeHead(503, { 'retry-after': '1' }).end('opening\n');
  const http = createServer((request, response) =>
    answer(request, response, () => response.writeHead(404).end())
  );
  // Ten megabytes over a line of 64 kbit/s take 22 minutes; a silent one is cut by the door that reads it.
  http.requestTimeout = 30 * 60_000;
  await listen(http, host, port);
  await openHouse();
  await furnish();
  tendFollowing();
  // adapter-node takes the protocol from this header; it is ours to set, a client's is not trusted.
  process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
  // A file with the form around it; what is no upload is held to less by src/hooks/bodies.ts.
  process.env.BODY_SIZE_LIMIT ??= '11M';
  if (trustProxy) process.env.ADDRESS_HEADER ??= 'x-forwarded-for';
  const { handler } = await loadPages();
  answer = (request, response, next) => {
    if (!trustProxy)
      request.headers['x-forwarded-proto'] = publicOrigin?.startsWith('https:') ? 'https' : 'http';
    letOneClickIn(request);
    handler(request, response, next);
  };
  const realtime = attachRealtime(http, { ownsEveryUpgrade: true });
  await greet(http.address());

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    http.close();
    http.closeIdleConnections();
    setTimeout(() => http.closeAllConnections(), 3000).unref();
    await realtime.close();
    await new Promise<void>((closed) => (http.listening ? http.once('close', closed) : closed()));
    await stopFollowing();
    await store().close();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** Takes the port before anything is touched, so that a busy one costs one sentence and nothing else. */
function listen(http: ReturnType<typeof createServer>, host: string, port: number): Promise<void> {
  return new Promise((listening, failed) => {
    http.once('error', failed);
    http.listen(port, host, () => {
      http.off('error', failed);
      listening();
    });
  });
}
