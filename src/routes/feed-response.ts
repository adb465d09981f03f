import { createHash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import type { Feed } from '#features/archive/server/read-feed.ts';
import { readFeedReader } from '#features/archive/server/feed-token.ts';
import type { Actor } from '#features/people/people.ts';
import { page } from './answer.ts';

/**
 * Answers a feed reader: who asks is the one who is signed in, else the one whose token is in the address. 304 when it
 * has these bytes already. What a token opened is kept by nobody on the way.
 */
export function feedResponse(
  event: RequestEvent,
  read: (actor: Actor, asked: { locale: string; origin: string; who: string }) => Promise<Feed>
): Promise<Response> {
  return page(event, async () => {
    const { locale, actor: signedIn } = event.locals;
    const actor = await readFeedReader(signedIn, event.url.searchParams.get('token'));
    const who = actor.kind === 'member' ? actor.personId : event.getClientAddress();
    const { xml, changed, open } = await read(actor, { locale, origin: event.url.origin, who });
    const etag = `"${createHash('sha256').update(xml).digest('base64url')}"`;
    const headers = {
      etag,
      'last-modified': changed.toUTCString(),
      'cache-control': open ? 'public, max-age=60' : 'private, no-cache',
      vary: 'accept-language, cookie',
      'referrer-policy': 'no-referrer'
    };
    const known = event.request.headers.get('if-none-match');
    const since = event.request.headers.get('if-modified-since');
    const same = known
      ? known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
      : since === headers['last-modified'];
    if (same) return new Response(null, { status: 304, headers });
    return new Response(xml, {
      headers: { ...headers, 'content-type': 'application/atom+xml; charset=utf-8' }
    });
  });
}
