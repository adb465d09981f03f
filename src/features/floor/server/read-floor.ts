import { and, eq, isNull } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import { delegationOf } from '#features/sessions/delegations.ts';
import { readItemNumbers } from '#features/sessions/server/read-agenda.ts';
import type { Tx } from '#lib/server/db.ts';
import type { FloorState } from '../floor.ts';
import { orderQueue, type Spoken } from '../queue.ts';
import { speakerTurns } from './tables.ts';

type Turn = typeof speakerTurns.$inferSelect;

/** Who speaks, who waits in which order and why. */
export async function readFloor(from: Tx, sessionId: string, at = new Date()): Promise<FloorState> {
  const turns = await from
    .select()
    .from(speakerTurns)
    .where(and(eq(speakerTurns.sessionId, sessionId), isNull(speakerTurns.withdrawnAt)));
  const spoken = spokenBy(turns, at);
  const current = turns.find((turn) => turn.startedAt && !turn.endedAt);
  const numbers = current?.itemId ? await readItemNumbers(from, sessionId) : undefined;
  return {
    floor: current
      ? {
          turnId: current.id,
          act: actOf(current),
          kind: current.kind,
          itemPosition: numbers?.get(current.itemId ?? '') ?? null,
          startedAt: current.startedAt!.toISOString(),
          limitSeconds: current.limitSeconds,
          intervention: spoken.get(delegationOf(actOf(current)))?.turns ?? 0
        }
      : null,
    queue: queueOf(turns, spoken)
  };
}

function spokenBy(turns: Turn[], at: Date): Map<string, Spoken> {
  const spoken = new Map<string, Spoken>();
  for (const turn of turns) {
    if (!turn.startedAt || turn.kind === 'point_of_order') continue;
    const key = delegationOf(actOf(turn));
    const before = spoken.get(key) ?? { turns: 0, seconds: 0 };
    const seconds = Math.max(
      0,
      Math.round(((turn.endedAt ?? at).getTime() - turn.startedAt.getTime()) / 1000)
    );
    spoken.set(key, { turns: before.turns + 1, seconds: before.seconds + seconds });
  }
  return spoken;
}

const queueOf = (turns: Turn[], spoken: Map<string, Spoken>): FloorState['queue'] =>
  orderQueue(
    turns
      .filter((turn) => !turn.startedAt)
      .map((turn) => ({
        turn,
        turnId: turn.id,
        kind: turn.kind,
        delegation: delegationOf(actOf(turn)),
        requestedAt: turn.requestedAt.getTime(),
        observer: turn.observer
      })),
    spoken
  ).map(({ request: { turn, delegation }, reason }) => ({
    turnId: turn.id,
    act: actOf(turn),
    kind: turn.kind,
    requestedAt: turn.requestedAt.toISOString(),
    limitSeconds: turn.limitSeconds,
    reason,
    spoken: spoken.get(delegation) ?? { turns: 0, seconds: 0 }
  }));
