import type { AddressInfo } from 'node:net';
import { createFirstInvitation } from '#features/people/server/create-first-invitation.ts';
import { settings } from '#lib/server/env.ts';
import { demoSignIns, isEmpty, isUnfinished, seedDemoWorld } from './seed/demo-world.ts';

/** An empty house is filled with the demo world, where it is wanted, before anyone comes in. */
export async function furnish(): Promise<void> {
  if (settings().demo && ((await isEmpty()) || (await isUnfinished()))) await seedDemoWorld();
}

/** Tells whoever started us where we are and how to sign in; a house that nobody administers gets a one-time link. */
export async function greet(address: AddressInfo | string | null): Promise<void> {
  const { demo, host, publicOrigin } = settings();
  const port = typeof address === 'object' && address ? address.port : settings().port;
  const origin = publicOrigin ?? `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`;
  const link = demo ? null : await createFirstInvitation();

  console.log(`Palabre is open at ${origin}`);
  if (demo) {
    console.log(`Demo sign-ins, all with the password ${demoSignIns[0].password}:`);
    for (const { email, who } of demoSignIns) console.log(`  ${email.padEnd(36)} ${who}`);
  }
  if (link)
    console.log(
      `Nobody administers this house yet. This link makes whoever opens it the first administrator, once:\n  ${new URL(new URL(link).pathname, origin)}`
    );
}
