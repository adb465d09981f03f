import type { Actor } from '#features/people/people.ts';
import { Refusal } from '#lib/refusal.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import type { FloorRule } from '../queue.ts';
import { appendLog } from './append-log.ts';
import { keepList } from './change-list.ts';
import { readList } from './read-list.ts';

/**
 * The chair chooses how the list is ordered; those who wait are ordered by it at once, and each sees why they stand where they stand.
 * `was` is the rule on the chair's screen: when another chair chose meanwhile, nothing happens (`floor-changed`).
 */
export async function setFloorRule(
  actor: Actor,
  input: { session: string; rule: FloorRule; observersLast: boolean; was?: FloorRule },
  at = new Date()
): Promise<void> {
  await changeSession(actor, input.session, at, { led: true }, async (change) => {
    const list = await readList(change.tx, change.session.id);
    const { rule, observersLast } = input;
    if (list.rule === rule && list.observersLast === observersLast) return;
    if (input.was !== undefined && input.was !== list.rule) throw new Refusal('conflict', 'floor-changed');
    await keepList(change, { ...list, rule, observersLast });
    await appendLog(change, 'floor.rule_chosen', { detail: { rule, observersLast } });
  });
}
