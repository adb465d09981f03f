import { eq } from 'drizzle-orm';
import { db } from '#lib/server/db.ts';
import { hub } from '#lib/server/hub.ts';
import type { Actor } from '../people.ts';
import { mustBeSignedIn } from './read-act.ts';
import { signIns } from './tables.ts';

/** Ends this sign-in, or every one of the person's (`everywhere`), and closes their sockets at once. */
export async function signOut(actor: Actor, input: { everywhere: boolean }): Promise<void> {
  const member = mustBeSignedIn(actor);
  await db
    .delete(signIns)
    .where(input.everywhere ? eq(signIns.personId, member.personId) : eq(signIns.id, member.signInId));
  hub().disconnect(input.everywhere ? { personId: member.personId } : { signInId: member.signInId });
}
