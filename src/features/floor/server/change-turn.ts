import { eq } from 'drizzle-orm';
import type { Change } from '#features/sessions/server/list-parts.ts';
import { floorKey } from '../floor.ts';
import { readDelta } from './read-floor.ts';
import type { Turn } from './read-turns.ts';
import { speakerTurns } from './tables.ts';

/** Changes a turn, under the sequence of this change; the turn as it is then. */
export async function changeTurn(
  { tx, seq }: Change,
  turn: Pick<Turn, 'id'>,
  to: Partial<Turn>
): Promise<Turn> {
  const [after] = await tx
    .update(speakerTurns)
    .set({ ...to, seq })
    .where(eq(speakerTurns.id, turn.id))
    .returning();
  return after;
}

/** Tells the room of the turns that changed, and of nothing else: the cost of an act does not grow with those who wait. */
export async function tellTurns(change: Change, turns: Turn[]): Promise<void> {
  change.added(floorKey, await readDelta(change.tx, change.session.id, turns));
}
