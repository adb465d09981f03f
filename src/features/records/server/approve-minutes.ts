import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { events, type MinutesApproval } from '../approval.ts';
import { appendApproval } from './append-approval.ts';
import { appendEdition } from './append-edition.ts';
import { countOpen, takeApproval } from './take-approval.ts';

/**
 * The chair approves the minutes before the deadline, and says why: the meeting agreed to them in the room. Not while a correction
 * waits, nor while late answers may still be written. From then on nothing of the record changes.
 */
export async function approveMinutes(
  actor: Actor,
  input: MinutesApproval,
  at = new Date()
): Promise<{ edition: number; hash: string }> {
  const { spaceId, ...made } = await changeSession(
    actor,
    input.session,
    at,
    { led: true, after: true },
    async (change) => {
      const { tx, session } = change;
      const { deadline } = await takeApproval(tx, session);
      if (session.writtenUntil && session.writtenUntil > at) throw new Refusal('conflict', 'window-open');
      if ((await countOpen(tx, session.id)) > 0) throw new Refusal('conflict', 'corrections-wait');
      const early = at < deadline;
      if (early && !input.reason) throw new Refusal('invalid', 'reason-missing', 'reason');
      const act = await readAct(actor, input.capacity, 'speak', tx);
      await appendApproval(change, { by: act, at, early: early ? input.reason : null });
      const { number, hash } = await appendEdition(change, 'approval', at);
      await appendEntry(tx, {
        action: events.approved,
        actor: act,
        object: { kind: 'session', id: session.id },
        spaceId: session.spaceId,
        detail: { edition: number, record: hash, early },
        at
      });
      return { spaceId: session.spaceId, edition: number, hash };
    }
  );
  announce({ name: events.approved, rooms: [], payload: { id: input.session, spaceId, ...made } });
  return made;
}
