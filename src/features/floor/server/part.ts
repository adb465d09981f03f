import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import type { Change, RoomPart, SessionRow } from '#features/sessions/server/list-parts.ts';
import { readItemNumbers } from '#features/sessions/server/read-agenda.ts';
import type { Tx } from '#lib/server/db.ts';
import { floorKey, type FloorChapter, type FloorDelta, type FloorState } from '../floor.ts';
import { appendLog } from './append-log.ts';
import { changeTurn } from './change-turn.ts';
import { listTurns } from './list-turns.ts';
import { readFloor, readMissed, usedBy } from './read-floor.ts';
import { readList } from './read-list.ts';
import { floorLog, speakerTurns } from './tables.ts';

/** Who speaks and who waits. Who leaves waits no longer; at the close the turn ends and the list is empty. */
export const floorPart: RoomPart<FloorState, FloorDelta> = {
  key: floorKey,
  read: (from, { id }) => readFloor(from, id),
  missed: (from, { id }, since) => readMissed(from, id, since),
  left: letGo,
  closing: (change) => letGo(change),
  chapter: readChapter
};

/** Ends the turns and withdraws the requests of a person; without one, of everybody. */
async function letGo(change: Change, personId?: string): Promise<void> {
  const { tx, session, at } = change;
  const turns = await tx
    .select()
    .from(speakerTurns)
    .where(
      and(
        eq(speakerTurns.sessionId, session.id),
        personId ? eq(speakerTurns.personId, personId) : undefined,
        isNull(speakerTurns.endedAt),
        isNull(speakerTurns.withdrawnAt)
      )
    )
    .orderBy(asc(speakerTurns.requestedAt), asc(speakerTurns.id));
  const endedBy = personId ? 'left' : 'close';
  for (const turn of turns)
    await changeTurn(change, turn, turn.startedAt ? { endedAt: at, endedBy } : { withdrawnAt: at });
  if (turns.length > 0) change.changed(floorKey);
  // At the close, that the session closed says it of all.
  if (personId)
    for (const turn of turns)
      await appendLog(change, turn.startedAt ? 'floor.ended' : 'floor.withdrawn', {
        turn,
        by: actOf(turn),
        detail: { by: 'left' }
      });
}

async function readChapter(
  from: Tx,
  { id }: SessionRow,
  upTo: number
): Promise<FloorChapter & Record<string, unknown>> {
  const numbers = await readItemNumbers(from, id);
  const turns = await listTurns(from, id);
  const log = await from
    .select()
    .from(floorLog)
    .where(and(eq(floorLog.sessionId, id), lte(floorLog.seq, upTo)))
    .orderBy(asc(floorLog.place));
  return {
    speakers: turns.map((turn, place) => ({
      order: place + 1,
      act: actOf(turn),
      kind: turn.kind,
      item: numbers.get(turn.itemId ?? '') ?? null,
      observer: turn.observer,
      requestedAt: turn.requestedAt.toISOString(),
      startedAt: turn.startedAt!.toISOString(),
      endedAt: turn.endedAt!.toISOString(),
      seconds: Math.round((turn.endedAt!.getTime() - turn.startedAt!.getTime()) / 1000),
      limitSeconds: turn.limitSeconds,
      ...(turn.endedBy && { endedBy: turn.endedBy })
    })),
    // Sessions older than the log have records without it, and keep them.
    ...(log.length > 0 && {
      floor: {
        rule: (await readList(from, id)).rule,
        used: usedBy(turns).map(({ key: _, ...used }) => used),
        log: log.map(({ at, action, of, detail, ...row }) => ({
          at: at.toISOString(),
          action,
          by: actOf(row),
          ...(of && { of: actOf(of) }),
          ...(Object.keys(detail).length > 0 && { detail })
        }))
      }
    })
  };
}
