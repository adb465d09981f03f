import { and, eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic } from '#lib/server/db.ts';
import { events } from '../spaces.ts';
import { appendFact, placeOf } from './append-fact.ts';
import { holdSpace } from './hold-space.ts';
import { mustAcceptRules } from './place-member.ts';
import { spaceMembers } from './tables.ts';

/** Who is in a space accepts house rules that are newer than those they accepted. Refuses `rules-not-accepted` for older ones. */
export async function acceptRules(
  actor: Actor,
  { spaceId, rules }: { spaceId: string; rules?: number }
): Promise<void> {
  const member = mustBeSignedIn(actor);
  await atomic(async (tx) => {
    const space = await holdSpace(tx, actor, spaceId);
    if (!space.role) throw new Refusal('not-allowed');
    const rulesAccepted = await mustAcceptRules(tx, spaceId, rules);
    await tx
      .update(spaceMembers)
      .set({ rulesAccepted })
      .where(and(eq(spaceMembers.spaceId, spaceId), eq(spaceMembers.personId, member.personId)));
    await appendFact(tx, member, events.rulesAccepted, spaceId, {
      object: placeOf(member.personId),
      detail: { number: rulesAccepted }
    });
  });
}
