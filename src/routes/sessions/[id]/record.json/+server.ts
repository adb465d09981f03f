import { readRecordBytes } from '#features/records/server/read-record.ts';
import { page } from '../../../answer.ts';
import type { RequestHandler } from './$types.js';

/** The bytes as they were written at closing. Repr-Digest (RFC 9530) carries their hash, so that anyone can check a copy. */
export const GET: RequestHandler = (event) =>
  page(event, async () => {
    const { bytes, hash } = await readRecordBytes(event.locals.actor, event.params.id);
    const headers = {
      etag: `"sha256-${hash}"`,
      'repr-digest': `sha-256=:${Buffer.from(hash, 'hex').toString('base64')}:`,
      'cache-control': 'private, no-cache'
    };
    if (event.request.headers.get('if-none-match') === headers.etag)
      return new Response(null, { status: 304, headers });
    return new Response(new Uint8Array(bytes), {
      headers: { ...headers, 'content-type': 'application/json; charset=utf-8' }
    });
  });
