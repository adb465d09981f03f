/** How the browser keeps and forgets a sign-in, and with it the person's own language and time zone. */
import type { RequestEvent } from '@sveltejs/kit';
import { signInCookie, signInCookieOptions } from '#features/people/server/cookie.ts';
import type { StartedSignIn } from '#features/people/server/start-sign-in.ts';
import { settings } from '#lib/server/env.ts';

export function keepSignIn(event: RequestEvent, started: StartedSignIn): void {
  const { secure } = event.locals;
  event.cookies.set(signInCookie(secure), started.token, signInCookieOptions(secure, started.expiresAt));
  keepChoices(event, started);
}

export function forgetSignIn({ cookies, locals }: RequestEvent): void {
  cookies.delete(signInCookie(locals.secure), signInCookieOptions(locals.secure, new Date(0)));
}

/** Language and time zone lie in cookies that scripts may read: the browser formats times with them. */
export function keepChoices(
  { cookies, locals }: RequestEvent,
  chosen: { locale: string | null; timezone: string | null }
): void {
  const options = {
    path: '/',
    maxAge: 31_536_000,
    sameSite: 'lax',
    httpOnly: false,
    secure: locals.secure
  } as const;
  if (chosen.locale && settings().locales.includes(chosen.locale))
    cookies.set('palabre_locale', chosen.locale, options);
  if (chosen.timezone) cookies.set('palabre_timezone', chosen.timezone, options);
}

/** Where a sign-in comes from, for its limits and for the list of one's own sign-ins. */
export const originOf = (event: RequestEvent) => ({
  address: event.getClientAddress(),
  userAgent: event.request.headers.get('user-agent'),
  replaces: event.cookies.get(signInCookie(event.locals.secure))
});
