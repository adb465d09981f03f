import type { Actor } from '#features/people/people.ts';
import { Refusal } from '#lib/refusal.ts';
import { limits } from '../floor.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { appendLog } from './append-log.ts';
import { changeTurn, tellTurns } from './change-turn.ts';
import { readTurn } from './read-turns.ts';

/** Gives the speaker more time. `limit` is what the chair saw: the same press sent twice adds once. */
export async function extendTurn(
  actor: Actor,
  input: { session: string; turn: string; limit: number; by: number },
  at = new Date()
): Promise<void> {
  await changeSession(actor, input.session, at, { led: true, live: true }, async (change) => {
    const turn = await readTurn(change.tx, change.session.id, input.turn);
    if (!turn.startedAt || turn.endedAt) throw new Refusal('conflict', 'floor-changed');
    if (turn.limitSeconds !== input.limit) return;
    const limitSeconds = Math.min(input.limit + input.by, limits.longestTurnSeconds);
    if (limitSeconds === input.limit) return;
    await tellTurns(change, [await changeTurn(change, turn, { limitSeconds })]);
    await appendLog(change, 'floor.extended', { turn, detail: { by: input.by, limit: limitSeconds } });
  });
}
