import { inPerson } from '#features/audit/audit.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { Refusal } from '#lib/refusal.ts';
import { appendEnd } from './append-end.ts';
import { mustBeOpen, takeBallot } from './take-ballot.ts';

/**
 * The chair ends a ballot: it is counted at that moment. Ending twice is once. A consent runs its time, or nobody could be sure that
 * silence was agreement (`consent-runs`): the chair may take it back.
 */
export async function endBallot(
  actor: Actor,
  input: { session: string; ballot: string },
  at = new Date()
): Promise<void> {
  await changeSession(actor, input.session, at, { led: true, live: true }, async (change) => {
    const { tx, member, session } = change;
    const ballot = await takeBallot(tx, session.id, input.ballot);
    if (ballot.endedAt) return;
    mustBeOpen(ballot, at);
    if (ballot.kind === 'consent') throw new Refusal('conflict', 'consent-runs');
    const { outcome } = await appendEnd(change, ballot, { by: 'chair', at });
    await appendEntry(tx, {
      action: 'ballot.ended',
      actor: inPerson(member),
      object: { kind: 'ballot', id: ballot.id },
      spaceId: session.spaceId,
      detail: { session: session.id, by: 'chair', outcome: outcome.code },
      at
    });
  });
}
