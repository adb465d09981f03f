import { eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { Refusal } from '#lib/refusal.ts';
import { floorKey, limits } from '../floor.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { speakerTurns } from './tables.ts';
import { readTurn } from './read-turns.ts';

/** Gives the speaker more time. `limit` is what the chair saw: the same press sent twice adds once. */
export async function extendTurn(
  actor: Actor,
  input: { session: string; turn: string; limit: number; by: number },
  at = new Date()
): Promise<void> {
  await changeSession(
    actor,
    input.session,
    at,
    { led: true, live: true },
    async ({ tx, session, changed }) => {
      const turn = await readTurn(tx, session.id, input.turn);
      if (!turn.startedAt || turn.endedAt) throw new Refusal('conflict', 'floor-changed');
      if (turn.limitSeconds !== input.limit) return;
      const limitSeconds = Math.min(input.limit + input.by, limits.longestTurnSeconds);
      await tx.update(speakerTurns).set({ limitSeconds }).where(eq(speakerTurns.id, turn.id));
      changed(floorKey);
    }
  );
}
