import { recordFormats, type RecordFormat } from '#features/records/record.ts';
import { exportRecord } from '#features/records/server/export-record.ts';
import { Refusal } from '#lib/refusal.ts';
import { page } from '../../../answer.ts';
import { fileResponse } from '../../../file-response.ts';
import { editionIn } from '../edition.ts';
import type { RequestHandler } from './$types.js';

/** `record.html`, `.md`, `.docx`: the record to read elsewhere. As data it is `record.json`. */
export const GET: RequestHandler = (event) =>
  page(event, async () => {
    const { actor } = event.locals;
    const format = event.params.format as RecordFormat;
    if (!recordFormats.includes(format)) throw new Refusal('not-found');
    const { bytes, ...file } = await exportRecord(actor, {
      session: event.params.id,
      format,
      edition: editionIn(event.url),
      origin: event.url.origin,
      who: actor.kind === 'member' ? actor.personId : event.getClientAddress()
    });
    const chunks = (async function* () {
      yield bytes;
    })();
    return fileResponse(event.request, { ...file, chunks, drop: async () => undefined });
  });
