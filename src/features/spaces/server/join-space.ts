import type * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import type { spaceMembership } from '../inputs.ts';
import { events, type SpaceMoved } from '../spaces.ts';
import { appendFact, placeOf } from './append-fact.ts';
import { holdSpace } from './hold-space.ts';
import { mayJoin } from './may.ts';
import { mustAcceptRules, placeMember, wasRemoved } from './place-member.ts';

/**
 * Joins a space where joining is open: it is then among one's own. Joining twice is joining once. Refuses not-found,
 * not-allowed (`joining-on-request`, `joining-by-invitation`, `removed-before`), invalid `rules-not-accepted`.
 */
export async function joinSpace(
  actor: Actor,
  { spaceId, rules }: v.InferOutput<typeof spaceMembership>
): Promise<void> {
  const member = mustBeSignedIn(actor);
  const { personId } = member;
  const joined = await atomic(async (tx) => {
    const space = await holdSpace(tx, actor, spaceId);
    if (space.role) return false;
    if (!mayJoin(actor, space))
      throw new Refusal(
        'not-allowed',
        space.joining === 'request' ? 'joining-on-request' : 'joining-by-invitation'
      );
    if (!member.administrator && (await wasRemoved(tx, spaceId, personId)))
      throw new Refusal('not-allowed', 'removed-before');
    const rulesAccepted = await mustAcceptRules(tx, spaceId, rules);
    await placeMember(tx, { spaceId, personId, role: 'member', addedBy: personId, rulesAccepted });
    await appendFact(tx, member, events.joined, spaceId, {
      object: placeOf(personId),
      detail: { role: 'member', rules: rulesAccepted }
    });
    return true;
  });
  if (joined) announce<SpaceMoved>({ name: events.joined, rooms: [], payload: { spaceId, personId } });
}
