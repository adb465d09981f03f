import type { Handle } from '@sveltejs/kit/hooks';
import { worldVersion } from '#lib/server/announce.ts';
import { remember } from '#lib/server/remember.ts';
import { readLocale } from './read-locale.ts';

interface Kept {
  version: number;
  until: number;
  status: number;
  headers: [string, string][];
  body: Uint8Array<ArrayBuffer>;
}

/** How long at most a kept page is served: what another process wrote (an import) is seen after that. */
const freshFor = 2000;
const most = 500;
const kept = remember('guest-pages', () => new Map<string, Kept>());

/**
 * Guests who read the same page in the same language and zone get the same bytes: rendered and compressed once, and
 * again as soon as anything was announced anywhere. Members' pages are theirs alone and never kept.
 */
export const guestPages: Handle = async ({ event, resolve }) => {
  const { request, url, locals } = event;
  // The data of a navigation answers what that browser lacks, which its address does not say: it is no page to keep.
  if (event.isDataRequest) return resolve(event);
  if (request.method !== 'GET' || locals.actor.kind !== 'guest' || event.isSubRequest) return resolve(event);
  locals.locale = readLocale(request.headers);
  const accepts = request.headers.get('accept-encoding') ?? '';
  const encoding = accepts.includes('br') ? 'br' : accepts.includes('gzip') ? 'gzip' : '';
  const key = [url.host, url.pathname, url.search, locals.locale, locals.timezone, encoding].join('\n');
  const found = kept.get(key);
  if (found && found.version === worldVersion.value && found.until > Date.now())
    return new Response(found.body, { status: found.status, headers: found.headers });

  const version = worldVersion.value;
  const response = await resolve(event);
  // Only what is the same for every guest: no cookie set, no redirect, no error page, no download of its own rule.
  if (response.status !== 200 || response.headers.has('set-cookie') || response.headers.has('cache-control'))
    return response;
  const body = new Uint8Array(await response.arrayBuffer());
  if (body.length > 1_000_000) return new Response(body, response);
  if (kept.size >= most) kept.delete(kept.keys().next().value as string);
  kept.set(key, { version, until: Date.now() + freshFor, status: 200, headers: [...response.headers], body });
  return new Response(body, response);
};
