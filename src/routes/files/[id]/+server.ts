import { Readable } from 'node:stream';
import type { RequestEvent, RequestHandler } from '@sveltejs/kit';
import { readFile, type KeptFile } from '#features/files/server/read-file.ts';
import { removeFile } from '#features/files/server/remove-file.ts';
import { mayReadAttachment } from '#features/forum/server/read-attachment.ts';
import { Refusal } from '#lib/refusal.ts';
import { page } from '../../answer.ts';
import { dispositionOf, rangeOf } from './download.ts';

/** A file, for whoever may read what it is attached to, asked at each request; until then for its sender alone. */
const found = (event: RequestEvent): Promise<KeptFile> =>
  page(event, async () => {
    const file = await readFile(event.params.id ?? '');
    const { actor } = event.locals;
    const own = actor.kind === 'member' && actor.personId === file.personId;
    const open = file.attached ? await mayReadAttachment(actor, file.attached.id, file.id) : own;
    if (!open) throw new Refusal('not-found');
    return file;
  });

/** It goes out to be saved, never to be run: its checked type, no sniffing, and a sandbox should it be opened here. */
const headersOf = (file: KeptFile) => ({
  'content-type': file.type,
  'content-disposition': dispositionOf(file.name),
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'accept-ranges': 'bytes',
  // Kept by the browser, asked about each time: rights may have ended.
  'cache-control': 'private, no-cache',
  etag: `"${file.sha256}"`
});

export const GET: RequestHandler = async (event) => {
  const file = await found(event);
  const headers = headersOf(file);
  const asked = event.request.headers;
  if (asked.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers });
  const range = rangeOf(asked.get('range'), asked.get('if-range'), file);
  if (range === 'beyond')
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${file.bytes}` }
    });
  const length = range ? range.end - range.start + 1 : file.bytes;
  const body = Readable.toWeb(file.open(range ?? undefined)) as ReadableStream;
  return new Response(body, {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      'content-length': String(length),
      ...(range ? { 'content-range': `bytes ${range.start}-${range.end}/${file.bytes}` } : {})
    }
  });
};

export const HEAD: RequestHandler = async (event) => {
  const file = await found(event);
  return new Response(null, { headers: { ...headersOf(file), 'content-length': String(file.bytes) } });
};

/** The sender takes back what is not attached. */
export const DELETE: RequestHandler = (event) =>
  page(event, async () => {
    await removeFile(event.locals.actor, { id: event.params.id ?? '' });
    return new Response(null, { status: 204 });
  });
