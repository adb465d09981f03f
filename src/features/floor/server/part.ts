import { and, eq, isNull } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import { readItemNumbers } from '#features/sessions/server/read-agenda.ts';
import type { Change, RoomPart } from '#features/sessions/server/list-parts.ts';
import { floorKey, type FloorState } from '../floor.ts';
import { listTurns } from './list-turns.ts';
import { readFloor } from './read-floor.ts';
import { speakerTurns } from './tables.ts';

/** Who speaks and who waits. Who leaves waits no longer; at the close the turn ends and the list is empty. */
export const floorPart: RoomPart<FloorState> = {
  key: floorKey,
  read: (from, { id }, at) => readFloor(from, id, at),
  left: letGo,
  closing: (change) => letGo(change),
  chapter: async (from, { id }) => {
    const numbers = await readItemNumbers(from, id);
    return {
      speakers: (await listTurns(from, id)).map((turn, place) => ({
        order: place + 1,
        act: actOf(turn),
        kind: turn.kind,
        item: numbers.get(turn.itemId ?? '') ?? null,
        observer: turn.observer,
        requestedAt: turn.requestedAt.toISOString(),
        startedAt: turn.startedAt!.toISOString(),
        endedAt: turn.endedAt!.toISOString(),
        seconds: Math.round((turn.endedAt!.getTime() - turn.startedAt!.getTime()) / 1000),
        limitSeconds: turn.limitSeconds
      }))
    };
  }
};

/** Ends the turns and withdraws the requests of a person; without one, of everybody. */
async function letGo({ tx, session, at, changed }: Change, personId?: string): Promise<void> {
  const turns = await tx
    .select({ id: speakerTurns.id, startedAt: speakerTurns.startedAt })
    .from(speakerTurns)
    .where(
      and(
        eq(speakerTurns.sessionId, session.id),
        personId ? eq(speakerTurns.personId, personId) : undefined,
        isNull(speakerTurns.endedAt),
        isNull(speakerTurns.withdrawnAt)
      )
    );
  for (const { id, startedAt } of turns)
    await tx
      .update(speakerTurns)
      .set(startedAt ? { endedAt: at } : { withdrawnAt: at })
      .where(eq(speakerTurns.id, id));
  if (turns.length > 0) changed(floorKey);
}
