import type * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import { appendLifting } from '#features/people/server/append-suspension.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { appendSpaceLifting } from '#features/spaces/server/append-suspension.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import { events, type lifting, type ModerationEvent } from '../moderation.ts';
import { appendAct, eventOf } from './append-act.ts';
import { mailOutcome } from './mail-suspension.ts';
import { roleOf } from './may.ts';

/** Ends a suspension before its time. Refuses not-allowed, conflict `already-decided`: there is none. */
export async function liftSuspension(
  actor: Actor,
  { personId, spaceId, reason }: v.InferOutput<typeof lifting>
): Promise<void> {
  const member = mustBeSignedIn(actor);
  const space = spaceId ? await readSpace(actor, { id: spaceId }) : null;
  const role = roleOf(member, space);
  if (!role) throw new Refusal('not-allowed');
  if (personId === member.personId) throw new Refusal('not-allowed', 'own-case');
  const act = await atomic(async (tx) => {
    const lifted = spaceId
      ? await appendSpaceLifting(tx, spaceId, personId)
      : await appendLifting(tx, personId);
    if (!lifted) throw new Refusal('conflict', 'already-decided');
    return appendAct(tx, member, events.lifted, {
      kind: 'lifted',
      role,
      spaceId,
      subjectId: personId,
      reason
    });
  });
  announce<ModerationEvent>({ name: events.lifted, rooms: [], payload: eventOf(act) });
  if (!spaceId) await mailOutcome(act, 'lifted');
}
