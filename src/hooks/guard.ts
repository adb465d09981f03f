import type { Handle } from '@sveltejs/kit/hooks';
import { settings } from '#lib/server/env.ts';

/** Headers that every answer carries. The content security policy is SvelteKit's, see vite.config.ts. */
export const guard: Handle = async ({ event, resolve }) => {
  event.locals.secure = settings().publicOrigin?.startsWith('https:') ?? event.url.protocol === 'https:';
  const response = await resolve(event);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('x-frame-options', 'DENY');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  response.headers.set('cross-origin-resource-policy', 'same-origin');
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
  if (event.locals.secure)
    response.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  return response;
};
