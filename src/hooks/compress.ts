import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Handle } from '@sveltejs/kit/hooks';

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);
const worthIt = 1024;
const compressible = /^(text\/|application\/(json|xml|atom\+xml|javascript)|image\/svg)/;

/**
 * Compresses what pages answer; files of the build were compressed when it was made. Our own server does it so that
 * a small installation needs no proxy. Quality 5 is where brotli beats gzip's best for less time than gzip's best.
 */
export const compress: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  const accepts = event.request.headers.get('accept-encoding') ?? '';
  const encoding = /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : undefined;
  const type = response.headers.get('content-type') ?? '';
  if (!encoding || !response.body || response.headers.has('content-encoding') || !compressible.test(type))
    return response;
  const plain = new Uint8Array(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  headers.append('vary', 'accept-encoding');
  if (plain.length < worthIt) return new Response(plain, { status: response.status, headers });
  const packed =
    encoding === 'br'
      ? await brotli(plain, {
          params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length }
        })
      : await deflate(plain);
  headers.set('content-encoding', encoding);
  headers.set('content-length', String(packed.length));
  return new Response(new Uint8Array(packed), { status: response.status, headers });
};
