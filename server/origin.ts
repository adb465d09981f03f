import type { IncomingHttpHeaders } from 'node:http';
import { settings } from '#lib/server/env.ts';

/**
 * Whether a socket was opened by one of our own pages. Browsers always send Origin with a WebSocket, so a socket
 * without one is not from a page; a same-origin GET (Socket.IO polling) has none but says so in Sec-Fetch-Site.
 */
export function isOurOrigin(headers: IncomingHttpHeaders): boolean {
  const { origin, host } = headers;
  if (origin === undefined)
    return headers['sec-fetch-site'] === 'same-origin' && headers.upgrade === undefined;
  const ours = settings().publicOrigin;
  if (ours) return origin === ours;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Whether readers reach us over https, which decides the cookie's name. */
export const isSecure = (headers: IncomingHttpHeaders): boolean =>
  settings().publicOrigin?.startsWith('https:') ??
  (settings().trustProxy && headers['x-forwarded-proto'] === 'https');

/** The address of whoever asks: the proxy's word where one is trusted, else the line itself. */
export function addressOf(request: {
  headers: IncomingHttpHeaders;
  socket: { remoteAddress?: string };
}): string {
  const forwarded = settings().trustProxy
    ? String(request.headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : undefined;
  return forwarded || (request.socket.remoteAddress ?? 'unknown');
}
