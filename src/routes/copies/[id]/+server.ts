import { goneHtml } from '#features/archive/server/copy-html.ts';
import { readPublicCopy } from '#features/archive/server/read-public-copy.ts';
import { page } from '../../answer.ts';
import { stillPage } from '../../still-page.ts';
import type { RequestHandler } from './$types.js';

/** The copy as it was frozen. It is asked for anew each time: what was taken back is gone at once, in caches too. */
export const GET: RequestHandler = (event) =>
  page(event, async () => {
    const copy = await readPublicCopy(event.params.id);
    if (copy.gone)
      return stillPage(goneHtml(copy.lang), { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' }, 410);
    const headers = {
      etag: `"sha256-${copy.hash}"`,
      'repr-digest': `sha-256=:${Buffer.from(copy.hash, 'hex').toString('base64')}:`,
      'last-modified': copy.changedAt.toUTCString(),
      'cache-control': 'no-cache'
    };
    if (event.request.headers.get('if-none-match')?.includes(headers.etag))
      return new Response(null, { status: 304, headers });
    return stillPage(copy.html, headers);
  });
