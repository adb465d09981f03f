import type { IncomingMessage } from 'node:http';

/**
 * A mail service stops mails for its reader by a POST of its own (RFC 8058): not from a page of ours, so without the
 * Origin that every other form must show. The address holds a sealed token that can do nothing but stop what it names;
 * so such a request passes for ours, and without whatever cookie came with it.
 */
export function letOneClickIn({ method, url, headers }: IncomingMessage): void {
  if (method !== 'POST' || !/^\/unsubscribe\/[\w-]+(\?|$)/.test(url ?? '')) return;
  headers.origin = `${String(headers['x-forwarded-proto'] ?? 'https')}://${headers.host}`;
  delete headers.cookie;
}
