import { readRecordBytes } from '#features/records/server/read-record.ts';
import { editionIn } from '../edition.ts';
import { page } from '../../../answer.ts';
import type { RequestHandler } from './$types.js';

/** The bytes of an edition as they were written; the latest, or the one that `?edition=` names. Repr-Digest (RFC 9530) carries their hash, so that anyone can check a copy. */
export const GET: RequestHandler = (event) =>
  page(event, async () => {
    const { bytes, hash } = await readRecordBytes(event.locals.actor, event.params.id, editionIn(event.url));
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
