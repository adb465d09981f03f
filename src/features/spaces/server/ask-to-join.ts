import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import { limit } from '#lib/server/limits.ts';
import { events, type SpaceMoved } from '../spaces.ts';
import { appendFact } from './append-fact.ts';
import { holdSpace } from './hold-space.ts';
import { mustAcceptRules, wasRemoved } from './place-member.ts';
import { spaceRequests } from './tables.ts';

/**
 * Asks the moderators to be let in, where joining is on request, or after a moderator ended one's place. While one request
 * waits there is no second. Into a restricted space nobody asks: it is not found, and who is invited comes in by that.
 */
export async function askToJoin(
  actor: Actor,
  { spaceId, message, rules }: { spaceId: string; message: string; rules?: number }
): Promise<void> {
  const member = mustBeSignedIn(actor);
  const { personId } = member;
  await limit('ask-to-join', personId, 20, 3600);
  const asked = await atomic(async (tx) => {
    const space = await holdSpace(tx, actor, spaceId);
    if (space.role) throw new Refusal('conflict', 'already-member');
    if (space.visibility === 'restricted' || space.joining === 'invitation')
      throw new Refusal('not-allowed', 'joining-by-invitation');
    if (space.joining === 'open' && !(await wasRemoved(tx, spaceId, personId)))
      throw new Refusal('conflict', 'joining-is-open');
    const [waiting] = await tx
      .select({ id: spaceRequests.id })
      .from(spaceRequests)
      .where(
        and(
          eq(spaceRequests.spaceId, spaceId),
          eq(spaceRequests.personId, personId),
          isNull(spaceRequests.outcome)
        )
      );
    if (waiting) return false;
    const rulesAccepted = await mustAcceptRules(tx, spaceId, rules);
    const id = newId();
    await tx
      .insert(spaceRequests)
      .values({ id, spaceId, personId, message, rulesAccepted, createdAt: new Date() });
    await appendFact(tx, member, events.requested, spaceId, {
      object: { kind: 'request', id },
      text: message
    });
    return true;
  });
  if (asked) announce<SpaceMoved>({ name: events.requested, rooms: [], payload: { spaceId, personId } });
}
