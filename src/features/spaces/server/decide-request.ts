import { and, eq, isNull } from 'drizzle-orm';
import type { Actor, Member } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic, db, type Tx } from '#lib/server/db.ts';
import { events, type RequestOutcome, type SpaceMoved } from '../spaces.ts';
import { appendFact } from './append-fact.ts';
import { holdSpace } from './hold-space.ts';
import { mayModerate } from './may.ts';
import { placeMember } from './place-member.ts';
import { spaceMembers, spaceRequests } from './tables.ts';

const factOf = {
  accepted: events.requestAccepted,
  declined: events.requestDeclined,
  withdrawn: events.requestWithdrawn
} satisfies Record<RequestOutcome, string>;

/**
 * Ends a request that waits: a moderator accepts it (the applicant is in) or declines it with a reason that the applicant
 * reads; the applicant takes it back. Refuses not-found, not-allowed, conflict `request-decided`.
 */
export async function decideRequest(
  actor: Actor,
  { requestId, outcome, reason = '' }: { requestId: string; outcome: RequestOutcome; reason?: string }
): Promise<void> {
  const member = mustBeSignedIn(actor);
  const [found] = await db
    .select({ spaceId: spaceRequests.spaceId, personId: spaceRequests.personId })
    .from(spaceRequests)
    .where(eq(spaceRequests.id, requestId));
  if (!found) throw new Refusal('not-found');
  const { spaceId, personId } = found;
  const own = personId === member.personId;
  const joined = await atomic(async (tx) => {
    const space = await holdSpace(tx, actor, spaceId, outcome === 'withdrawn');
    if (outcome === 'withdrawn' ? !own : !mayModerate(actor, space))
      throw own || mayModerate(actor, space) ? new Refusal('not-allowed') : new Refusal('not-found');
    const [request] = await tx
      .update(spaceRequests)
      .set({ outcome, reason: reason || null, decidedBy: member.personId, decidedAt: new Date() })
      .where(and(eq(spaceRequests.id, requestId), isNull(spaceRequests.outcome)))
      .returning({ rulesAccepted: spaceRequests.rulesAccepted });
    if (!request) throw new Refusal('conflict', 'request-decided');
    const joined = outcome === 'accepted' && (await letIn(tx, member, { ...found, ...request }));
    await appendFact(tx, member, factOf[outcome], spaceId, {
      object: { kind: 'request', id: requestId },
      text: reason || undefined,
      detail: { personId }
    });
    return joined;
  });
  const payload = { spaceId, personId };
  announce<SpaceMoved>({ name: factOf[outcome], rooms: [`person:${personId}`], payload });
  if (joined) announce<SpaceMoved>({ name: events.joined, rooms: [], payload });
}

/** Whether they were not in already: somebody may have let them in by another way meanwhile. */
async function letIn(
  tx: Tx,
  by: Member,
  request: { spaceId: string; personId: string; rulesAccepted: number | null }
): Promise<boolean> {
  const [there] = await tx
    .select({ role: spaceMembers.role })
    .from(spaceMembers)
    .where(and(eq(spaceMembers.spaceId, request.spaceId), eq(spaceMembers.personId, request.personId)));
  if (there) return false;
  await placeMember(tx, { ...request, role: 'member', addedBy: by.personId });
  return true;
}
