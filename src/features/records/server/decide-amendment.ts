import { eq } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { events, type AmendmentDecision } from '../approval.ts';
import { appendApproval } from './append-approval.ts';
import { appendEdition } from './append-edition.ts';
import { findOpenAmendment } from './find-open-amendment.ts';
import { sessionAmendments } from './tables.ts';
import { countOpen, takeApproval } from './take-approval.ts';

/**
 * The chair accepts a correction, or refuses it with a reason; both stand in the record's next edition, beside the passage. When it was
 * the last one and the deadline is over, the minutes are approved with it.
 */
export async function decideAmendment(
  actor: Actor,
  input: AmendmentDecision,
  at = new Date()
): Promise<{ edition: number; hash: string }> {
  const { approves, spaceId, ...made } = await changeSession(
    actor,
    input.session,
    at,
    { led: true, after: true },
    async (change) => {
      const { tx, session, seq } = change;
      const { deadline } = await takeApproval(tx, session);
      const amendment = await findOpenAmendment(tx, session.id, input.amendment);
      if (input.decision === 'refused' && !input.reason)
        throw new Refusal('invalid', 'reason-missing', 'reason');
      const act = await readAct(actor, input.capacity, 'speak', tx);
      await tx
        .update(sessionAmendments)
        .set({
          [input.decision === 'accepted' ? 'acceptedAt' : 'refusedAt']: at,
          decidedBy: act,
          decision: input.reason ?? null,
          decidedSeq: seq
        })
        .where(eq(sessionAmendments.id, amendment.id));
      const approves = at > deadline && (await countOpen(tx, session.id)) === 0;
      if (approves) await appendApproval(change, { by: null, at });
      const { number, hash } = await appendEdition(change, approves ? 'approval' : 'amendment', at);
      await appendEntry(tx, {
        action: `amendment.${input.decision}`,
        actor: act,
        object: { kind: 'amendment', id: amendment.id },
        spaceId: session.spaceId,
        detail: { session: session.id, edition: number, record: hash, approved: approves },
        at
      });
      return { approves, spaceId: session.spaceId, edition: number, hash };
    }
  );
  const payload = { id: input.session, spaceId, ...made };
  announce({ name: approves ? events.approved : events.amended, rooms: [], payload });
  return made;
}
