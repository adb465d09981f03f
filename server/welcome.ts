import type { AddressInfo } from 'node:net';
import { settings } from '#lib/server/env.ts';

/** Tells whoever started us where we are, and how to sign in: the demo's people, or the first administrator's link. */
export async function welcome(address: AddressInfo | string | null): Promise<void> {
  const { host, publicOrigin } = settings();
  const port = typeof address === 'object' && address ? address.port : settings().port;
  const origin = publicOrigin ?? `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`;
  console.log(`Palabre is open at ${origin}`);
}
