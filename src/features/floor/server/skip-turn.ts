import type { Actor } from '#features/people/people.ts';
import { Refusal } from '#lib/refusal.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { appendLog } from './append-log.ts';
import { changeTurn, tellTurns } from './change-turn.ts';
import { readTurn } from './read-turns.ts';

/**
 * Passes over somebody who was called and does not answer: they stay in the list, after all others, until they are called back or their
 * turn comes. `skips` is how often they were passed over on the chair's screen: the same press sent twice is once.
 */
export async function skipTurn(
  actor: Actor,
  input: { session: string; turn: string; skips: number },
  at = new Date()
): Promise<void> {
  await changeSession(actor, input.session, at, { led: true, live: true }, async (change) => {
    const turn = await readTurn(change.tx, change.session.id, input.turn);
    if (turn.startedAt || turn.withdrawnAt) throw new Refusal('conflict', 'floor-changed');
    if (turn.skips !== input.skips) return;
    const to = { skips: turn.skips + 1, skippedAt: at, calledBackAt: null };
    await tellTurns(change, [await changeTurn(change, turn, to)]);
    await appendLog(change, 'floor.skipped', { turn });
  });
}
