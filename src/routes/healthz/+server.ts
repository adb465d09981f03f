import type { RequestHandler } from './$types.js';

/** The process is alive: nothing else is asked. */
export const GET: RequestHandler = () =>
  new Response('ok\n', { headers: { 'cache-control': 'no-store', 'content-type': 'text/plain' } });
