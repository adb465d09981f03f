import type { AddressInfo } from 'node:net';
import { createFirstInvitation } from '#features/people/server/create-first-invitation.ts';
import { settings } from '#lib/server/env.ts';
import { demoSignIns, isEmpty, seedDemoWorld } from './seed/demo-world.ts';

/**
 * The last step of a start: an empty house is filled with the demo world, or waits for its first administrator; then
 * whoever started us reads where we are and how to sign in.
 */
export async function welcome(address: AddressInfo | string | null): Promise<void> {
  const { demo, host, publicOrigin } = settings();
  const port = typeof address === 'object' && address ? address.port : settings().port;
  const origin = publicOrigin ?? `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`;
  if (demo && (await isEmpty())) await seedDemoWorld();
  const link = demo ? null : await createFirstInvitation();

  console.log(`Palabre is open at ${origin}`);
  if (demo) {
    console.log(`Demo sign-ins, all with the password ${demoSignIns[0].password}:`);
    for (const { email, who } of demoSignIns) console.log(`  ${email.padEnd(36)} ${who}`);
  }
  if (link) console.log(`Nobody administers this house yet. This link makes whoever opens it the first administrator, once:\n  ${new URL(new URL(link).pathname, origin)}`);
}
