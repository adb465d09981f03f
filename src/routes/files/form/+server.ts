import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { draftPlace } from '#features/drafts/inputs.ts';
import { keepFile } from '#features/files/server/keep-file.ts';
import { localPath } from '#lib/local-path.ts';
import { Refusal } from '#lib/refusal.ts';
import { isDiskFull } from '#lib/server/db.ts';
import { readForm } from '../../answer.ts';
import { keepAsDraft } from '../../threads/writing.ts';
import type { RequestHandler } from './$types.js';

/**
 * Without JavaScript a file comes with the whole form: what was typed is kept as a draft that holds the file, and the page
 * comes back with both. A form is read into memory as a whole, so only a few at a time.
 */
export const POST: RequestHandler = async (event) => {
  if (reading >= mostAtOnce) return new Response(null, { status: 503, headers: { 'retry-after': '5' } });
  reading += 1;
  const sent = await event.request
    .formData()
    .catch(() => null)
    .finally(() => (reading -= 1));
  const to = new URL(localPath(sent?.get('to') ?? '/drafts'), event.url);
  const place = String(sent?.get('place') ?? '');
  let refused = sent && v.is(draftPlace, place) ? null : 'file-too-large';
  if (sent && !refused) {
    const kept: string[] = [];
    for (const file of sent.getAll('file').filter((one) => one instanceof File && one.name !== ''))
      try {
        const { name, size } = file as File;
        kept.push((await keepFile(event.locals.actor, { name, size }, (file as File).stream())).id);
      } catch (fault) {
        refused = reasonOf(fault);
      }
    try {
      await keepAsDraft(event, place, readForm(sent), kept);
    } catch (fault) {
      refused = reasonOf(fault);
    }
  }
  if (refused) to.searchParams.set('refused', refused);
  redirect(303, `${to.pathname}${to.search}${to.hash}`);
};

const mostAtOnce = 4;
let reading = 0;

function reasonOf(fault: unknown): string {
  if (fault instanceof Refusal) return fault.reason;
  if (isDiskFull(fault)) return 'disk-full';
  throw fault;
}
