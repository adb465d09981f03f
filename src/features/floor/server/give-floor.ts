import type { Actor } from '#features/people/people.ts';
import { Refusal } from '#lib/refusal.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { currentItem } from '#features/sessions/server/read-agenda.ts';
import { appendLog } from './append-log.ts';
import { changeTurn, tellTurns } from './change-turn.ts';
import { readFloor } from './read-floor.ts';
import { limitsUnder, readList } from './read-list.ts';
import { currentTurn, readTurn } from './read-turns.ts';

/**
 * Gives the floor to the next of the list, or to the one that the chair chose; a current turn ends at that moment.
 * `after` is who had the floor on the chair's screen: if it changed meanwhile, nothing happens (`floor-changed`).
 */
export async function giveFloor(
  actor: Actor,
  input: { session: string; turn?: string; after?: string },
  at = new Date()
): Promise<void> {
  await changeSession(actor, input.session, at, { led: true, live: true }, async (change) => {
    const { tx, session } = change;
    const current = await currentTurn(tx, session.id);
    if (input.after !== undefined && input.after !== (current?.id ?? 'nobody'))
      throw new Refusal('conflict', 'floor-changed');
    const { queue } = await readFloor(tx, session.id);
    const chosen = input.turn ?? queue[0]?.turnId;
    if (!chosen) throw new Refusal('conflict', 'queue-empty');
    const turn = await readTurn(tx, session.id, chosen);
    if (turn.startedAt || turn.withdrawnAt) throw new Refusal('conflict', 'floor-changed');
    const ended = current && (await changeTurn(change, current, { endedAt: at, endedBy: 'next' }));
    // The turn belongs to the item under which it is taken, not to the one under which it was asked for; so does its limit.
    const itemId = (await currentItem(tx, session.id))?.id ?? null;
    const limitSeconds = turn.calledBackAt
      ? turn.limitSeconds
      : limitsUnder(await readList(tx, session.id), itemId)[turn.kind];
    const given = await changeTurn(change, turn, { startedAt: at, itemId, limitSeconds });
    await tellTurns(change, ended ? [ended, given] : [given]);
    const place = queue.findIndex(({ turnId }) => turnId === turn.id);
    const { reason = null } = queue[place] ?? {};
    await appendLog(change, 'floor.given', {
      turn,
      detail: { place: place + 1, reason, limit: limitSeconds }
    });
  });
}
