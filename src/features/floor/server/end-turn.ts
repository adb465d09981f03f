import type { Actor } from '#features/people/people.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import { Refusal } from '#lib/refusal.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { mayLead } from '#features/sessions/server/may.ts';
import { appendLog } from './append-log.ts';
import { changeTurn, tellTurns } from './change-turn.ts';
import { readTurn } from './read-turns.ts';

/** Ends a turn: the speaker yields the floor, or the chair takes it back. Ending twice is once. */
export async function endTurn(
  actor: Actor,
  input: { session: string; turn: string },
  at = new Date()
): Promise<void> {
  await changeSession(actor, input.session, at, { live: true }, async (change) => {
    const { tx, member, session, space } = change;
    const turn = await readTurn(tx, session.id, input.turn);
    const own = turn.personId === member.personId;
    if (!own && !mayLead(actor, space, session)) throw new Refusal('not-allowed', 'not-the-chair');
    if (!turn.startedAt) throw new Refusal('conflict', 'floor-changed');
    if (turn.endedAt) return;
    const endedBy = own ? 'speaker' : 'chair';
    await tellTurns(change, [await changeTurn(change, turn, { endedAt: at, endedBy })]);
    await appendLog(change, 'floor.ended', {
      turn,
      ...(own && { by: actOf(turn) }),
      detail: { by: endedBy }
    });
  });
}
