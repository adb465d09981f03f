import { exportFormats, type ExportFormat } from '#features/archive/export.ts';
import { exportThread } from '#features/archive/server/export-thread.ts';
import { Refusal } from '#lib/refusal.ts';
import { fileResponse } from '../../../file-response.ts';
import { page } from '../../../answer.ts';
import type { RequestHandler } from './$types.js';

/** `/threads/ID/export.zip`, `.html`, `.md`, `.json`: the whole thread, sent while it is written. */
export const GET: RequestHandler = (event) =>
  page(event, async () => {
    const { actor, locale } = event.locals;
    const format = event.params.format as ExportFormat;
    if (!exportFormats.includes(format)) throw new Refusal('not-found');
    const file = await exportThread(actor, {
      threadId: event.params.id,
      format,
      locale,
      origin: event.url.origin,
      who: actor.kind === 'member' ? actor.personId : event.getClientAddress()
    });
    return fileResponse(event.request, file);
  });
