import { eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { Refusal } from '#lib/refusal.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { readFloor } from './read-floor.ts';
import { floorKey } from '../floor.ts';
import { speakerTurns } from './tables.ts';
import { currentItem } from '#features/sessions/server/read-agenda.ts';
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
  await changeSession(
    actor,
    input.session,
    at,
    { led: true, live: true },
    async ({ tx, session, changed }) => {
      const current = await currentTurn(tx, session.id);
      if (input.after !== undefined && input.after !== (current?.id ?? 'nobody'))
        throw new Refusal('conflict', 'floor-changed');
      const chosen = input.turn ?? (await readFloor(tx, session.id, at)).queue[0]?.turnId;
      if (!chosen) throw new Refusal('conflict', 'queue-empty');
      const turn = await readTurn(tx, session.id, chosen);
      if (turn.startedAt || turn.withdrawnAt) throw new Refusal('conflict', 'floor-changed');
      if (current) await tx.update(speakerTurns).set({ endedAt: at }).where(eq(speakerTurns.id, current.id));
      // The turn belongs to the item under which it is taken, not to the one under which it was asked for.
      const itemId = (await currentItem(tx, session.id))?.id ?? null;
      await tx.update(speakerTurns).set({ startedAt: at, itemId }).where(eq(speakerTurns.id, turn.id));
      changed(floorKey);
    }
  );
}
