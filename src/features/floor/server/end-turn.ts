import { eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { Refusal } from '#lib/refusal.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { mayLead } from '#features/sessions/server/may.ts';
import { floorKey } from '../floor.ts';
import { speakerTurns } from './tables.ts';
import { readTurn } from './read-turns.ts';

/** Ends a turn: the speaker yields the floor, or the chair takes it back. Ending twice is once. */
export async function endTurn(
  actor: Actor,
  input: { session: string; turn: string },
  at = new Date()
): Promise<void> {
  await changeSession(
    actor,
    input.session,
    at,
    { live: true },
    async ({ tx, member, session, space, changed }) => {
      const turn = await readTurn(tx, session.id, input.turn);
      if (turn.personId !== member.personId && !mayLead(actor, space, session))
        throw new Refusal('not-allowed', 'not-the-chair');
      if (!turn.startedAt) throw new Refusal('conflict', 'floor-changed');
      if (turn.endedAt) return;
      await tx.update(speakerTurns).set({ endedAt: at }).where(eq(speakerTurns.id, turn.id));
      changed(floorKey);
    }
  );
}
