import { createHash } from 'node:crypto';
import type { Handle } from '@sveltejs/kit/hooks';

/** How long after its load a guest's page goes live by itself, in milliseconds, if nobody touched it before. */
const restMs = 2000;

/** SvelteKit's inline script starts the client at once; this is the call by which it does. */
const start = /(?<=\n\s*)import\("[^"]+\/entry\/start\.[^"]+"\)(?=\.then\()/;

// Touching the page is the sign that somebody wants more of it than its text.
const asked = `new Promise((go) => {
  for (const touch of ['pointerdown', 'keydown', 'focusin', 'touchstart']) addEventListener(touch, go, { once: true, capture: true, passive: true });
  addEventListener('load', () => setTimeout(go, ${restMs}));
})`;

/**
 * Guests get the page first: its text and its style, a fifth of all that it is made of. The scripts that make it live
 * are fetched once they touch it, or when it has been there for a moment. Until then it works as it does without them.
 */
export const pageFirst: Handle = async ({ event, resolve }) => {
  if (event.locals.actor.kind !== 'guest' || event.isDataRequest || event.request.method !== 'GET')
    return resolve(event);
  const response = await resolve(event);
  // What is packed already is a file to take along, not a page: read as text it would be broken.
  if (response.headers.has('content-encoding')) return response;
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const html = await response.text();
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  const inline = /<script>([^]*?)<\/script>/.exec(html)?.[1];
  if (!inline || !start.test(inline)) return new Response(html, { status: response.status, headers });
  const late = inline.replace(start, (call) => `${asked}.then(() => ${call})`);
  // The policy allows the one script by its hash: a changed script has another.
  const policy = headers.get('content-security-policy');
  if (policy) headers.set('content-security-policy', policy.replace(hashOf(inline), hashOf(late)));
  return new Response(
    html.replace(inline, () => late),
    { status: response.status, headers }
  );
};

const hashOf = (script: string) => `sha256-${createHash('sha256').update(script).digest('base64')}`;
