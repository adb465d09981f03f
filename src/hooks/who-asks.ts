import type { Handle } from '@sveltejs/kit/hooks';
import { signInCookie, signInCookieOptions } from '#features/people/server/cookie.ts';
import { readActor } from '#features/people/server/read-actor.ts';

const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);

/** Who is asking, in which time zone. The zone is a cookie that the browser sets once it runs our script. */
export const whoAsks: Handle = async ({ event, resolve }) => {
  const { secure } = event.locals;
  const token = event.cookies.get(signInCookie(secure));
  event.locals.actor = await readActor(token, new Date(), (expiresAt) =>
    event.cookies.set(signInCookie(secure), token ?? '', signInCookieOptions(secure, expiresAt))
  );
  const zone = event.cookies.get('palabre_timezone') ?? 'UTC';
  event.locals.timezone = zones.has(zone) ? zone : 'UTC';
  return resolve(event);
};
