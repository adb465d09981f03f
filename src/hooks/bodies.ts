import type { Handle } from '@sveltejs/kit/hooks';
import { refusalText } from '#lib/server/refusal-text.ts';
import { readLocale } from './read-locale.ts';

/** Above the longest text that a form may carry, so that a verb refuses it in words and gives it back. */
const most = 2 * 1024 * 1024;

/** The doors that take files: they bound what they read themselves, below what the server lets through at all. */
const forFiles = new Set(['/files', '/files/form']);

/**
 * How much may be sent to a page. The server's own limit must let a file through; everywhere else a body is a form, says
 * its length, and is short.
 */
export const bodies: Handle = async ({ event, resolve }) => {
  const { headers, body } = event.request;
  if (body && !forFiles.has(event.route.id ?? '')) {
    const length = headers.get('content-length');
    if (length === null || Number(length) > most)
      return new Response(refusalText('body-too-large', readLocale(headers)), {
        status: length === null ? 411 : 413,
        headers: { 'content-type': 'text/plain; charset=utf-8' }
      });
  }
  return resolve(event);
};
