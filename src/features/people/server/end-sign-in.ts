import { and, eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import { hub } from '#lib/server/hub.ts';
import type { Actor } from '../people.ts';
import { mustBeSignedIn } from './read-act.ts';
import { signIns } from './tables.ts';

/** Ends one of one's own sign-ins, e.g. on a machine left behind, and closes its sockets. Another's is not found. */
export async function endSignIn(actor: Actor, input: { id: string }): Promise<void> {
  const member = mustBeSignedIn(actor);
  const ended = await db
    .delete(signIns)
    .where(and(eq(signIns.id, input.id), eq(signIns.personId, member.personId)))
    .returning({ id: signIns.id });
  if (ended.length === 0) throw new Refusal('not-found');
  hub().disconnect({ signInId: input.id });
}
