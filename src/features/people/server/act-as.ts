import { eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import type { Actor } from '../people.ts';
import { mustBeSignedIn } from './read-act.ts';
import { readCapacities } from './read-capacities.ts';
import { signIns } from './tables.ts';

/** Chooses the capacity that composers preselect in this sign-in: `personal`, or an organisation with a mandate. */
export async function actAs(actor: Actor, input: { capacity: string }): Promise<void> {
  const member = mustBeSignedIn(actor);
  if (input.capacity !== 'personal') {
    const held = await readCapacities(member.personId);
    if (!held.some((choice) => choice.value === input.capacity))
      throw new Refusal('not-allowed', 'no-mandate', 'capacity');
  }
  await db.update(signIns).set({ actingAs: input.capacity }).where(eq(signIns.id, member.signInId));
}
