import { and, eq, isNull } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import type { Actor } from '../people.ts';
import { mayAdminister } from './may.ts';
import { invitations } from './tables.ts';

/** Ends an invitation that was not accepted yet. */
export async function withdrawInvitation(
  actor: Actor,
  input: { id: string },
  now = new Date()
): Promise<void> {
  if (!mayAdminister(actor)) throw new Refusal('not-found');
  await db
    .update(invitations)
    .set({ expiresAt: now })
    .where(and(eq(invitations.tokenHash, input.id), isNull(invitations.acceptedAt)));
}
