import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import type { Change } from '#features/sessions/server/list-parts.ts';
import { limits } from '../floor.ts';
import { appendLog } from './append-log.ts';
import { changeTurn, tellTurns } from './change-turn.ts';
import { readTurn, type Turn } from './read-turns.ts';
import { speakerTurns } from './tables.ts';

/**
 * Calls somebody back to the head of the list, after points of order: who was passed over, or who spoke and whose turn ended too soon
 * (their line broke, the chair pressed by mistake): with the time that was left, a minute at least. Calling back twice is once.
 */
export async function callBack(
  actor: Actor,
  input: { session: string; turn: string },
  at = new Date()
): Promise<void> {
  await changeSession(actor, input.session, at, { led: true, live: true }, async (change) => {
    const turn = await readTurn(change.tx, change.session.id, input.turn);
    if (turn.withdrawnAt || (turn.startedAt && !turn.endedAt)) throw new Refusal('conflict', 'floor-changed');
    if (turn.startedAt) {
      const again = await newRequest(change, turn);
      if (again) await called(change, again);
    } else if (turn.skippedAt)
      await called(change, await changeTurn(change, turn, { skippedAt: null, calledBackAt: at }));
  });
}

/** The turn that ended stays as it was; they ask again, in the same capacity. Nothing when they wait already. */
async function newRequest({ tx, session, seq, at }: Change, ended: Turn): Promise<Turn | undefined> {
  const [waits] = await tx
    .select({ id: speakerTurns.id })
    .from(speakerTurns)
    .where(
      and(
        eq(speakerTurns.sessionId, session.id),
        eq(speakerTurns.personId, ended.personId),
        isNull(speakerTurns.endedAt),
        isNull(speakerTurns.withdrawnAt)
      )
    );
  if (waits) return undefined;
  const had = Math.round((ended.endedAt!.getTime() - ended.startedAt!.getTime()) / 1000);
  const [turn] = await tx
    .insert(speakerTurns)
    .values({
      id: newId(),
      sessionId: session.id,
      itemId: ended.itemId,
      kind: ended.kind,
      limitSeconds: Math.max(limits.calledBackSeconds, ended.limitSeconds - had),
      observer: ended.observer,
      region: ended.region,
      requestedAt: at,
      askedSeq: seq,
      seq,
      calledBackAt: at,
      ...actOf(ended)
    })
    .returning();
  return turn;
}

async function called(change: Change, turn: Turn): Promise<void> {
  await tellTurns(change, [turn]);
  await appendLog(change, 'floor.called_back', { turn, detail: { limit: turn.limitSeconds } });
}
