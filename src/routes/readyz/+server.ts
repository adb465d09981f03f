import { store } from '#lib/server/db.ts';
import type { RequestHandler } from './$types.js';

/** The process can serve: the database answers. */
export const GET: RequestHandler = async () => {
  const headers = { 'cache-control': 'no-store', 'content-type': 'text/plain' };
  try {
    await store().raw('select 1');
    return new Response('ready\n', { headers });
  } catch {
    return new Response('the database does not answer\n', { status: 503, headers });
  }
};
