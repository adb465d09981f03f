import { readCopyPreview } from '#features/archive/server/read-copy.ts';
import { page } from '../../../../answer.ts';
import { stillPage } from '../../../../still-page.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = (event) =>
  page(event, async () =>
    stillPage(await readCopyPreview(event.locals.actor, event.params.id), {
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex, nofollow'
    })
  );
