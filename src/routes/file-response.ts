/** A file that is written while it is sent: no more of it is made than the reader takes; one who leaves ends the writing. */
interface Written {
  name: string;
  type: string;
  chunks: AsyncIterable<Uint8Array | string>;
  drop(): Promise<void>;
}

export function fileResponse(request: Request, { name, type, chunks, drop }: Written): Response {
  const iterator = chunks[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await iterator.next();
        if (!done) return controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
        controller.close();
      } catch (fault) {
        controller.error(fault);
      }
      await drop();
    },
    async cancel() {
      await iterator.return?.();
      await drop();
    }
  });
  const headers = new Headers({
    'content-type': type,
    'content-disposition': `attachment; filename="${ascii(name)}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`,
    'cache-control': 'private, no-cache',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    vary: 'accept-encoding, accept-language, cookie'
  });
  // A ZIP is compressed already; the hook that compresses pages would first gather all of it in memory.
  if (type === 'application/zip' || !/\bgzip\b/.test(request.headers.get('accept-encoding') ?? ''))
    return new Response(body, { headers: withoutHook(headers, type) });
  headers.set('content-encoding', 'gzip');
  const packed = new CompressionStream('gzip') as ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array>;
  return new Response(body.pipeThrough(packed), { headers });
}

/** The hook compresses, and gathers, what has no encoding: `identity` says that this stays as it is. */
function withoutHook(headers: Headers, type: string): Headers {
  if (type !== 'application/zip') headers.set('content-encoding', 'identity');
  return headers;
}

const ascii = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\]/g, '') || 'thread';
