import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { refusalOf } from '#features/spaces/server/may.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { regionOf } from '#lib/vocab/countries.ts';
import { appendAttendance } from '#features/attendance/server/append-attendance.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { isObserver, mayTakePart } from '#features/sessions/server/may.ts';
import { currentItem } from '#features/sessions/server/read-agenda.ts';
import type { TurnKind } from '../queue.ts';
import { appendLog } from './append-log.ts';
import { tellTurns } from './change-turn.ts';
import { limitsUnder, readList } from './read-list.ts';
import { speakerTurns } from './tables.ts';

/**
 * Enters the speakers' list in a capacity, and comes into the session if one had not. A person waits once: asking
 * again answers with the request that stands. Observers raise no points of order. When the list is closed, only points of order and
 * rights of reply are still heard (`list-closed`).
 */
export async function askForFloor(
  actor: Actor,
  input: { session: string; kind: TurnKind; capacity: string },
  at = new Date()
): Promise<{ turnId: string }> {
  return changeSession(actor, input.session, at, { live: true }, async (change) => {
    const { tx, member, session, space, seq } = change;
    if (!mayTakePart(actor, space)) throw refusalOf(space);
    const observer = isObserver(space);
    if (observer && input.kind === 'point_of_order')
      throw new Refusal('not-allowed', 'observer-point-of-order', 'kind');
    const [waiting] = await tx
      .select({ id: speakerTurns.id })
      .from(speakerTurns)
      .where(
        and(
          eq(speakerTurns.sessionId, session.id),
          eq(speakerTurns.personId, member.personId),
          isNull(speakerTurns.startedAt),
          isNull(speakerTurns.withdrawnAt)
        )
      );
    if (waiting) return { turnId: waiting.id };
    const list = await readList(tx, session.id);
    if (list.closedAt && input.kind === 'statement') throw new Refusal('conflict', 'list-closed', 'kind');

    const act = await readAct(actor, input.capacity, 'speak', tx);
    await appendAttendance(change, act);
    const turnId = newId();
    const itemId = (await currentItem(tx, session.id))?.id ?? null;
    const [turn] = await tx
      .insert(speakerTurns)
      .values({
        id: turnId,
        sessionId: session.id,
        itemId,
        kind: input.kind,
        limitSeconds: limitsUnder(list, itemId)[input.kind],
        observer,
        region: act.capacity === 'organisation' && act.country ? regionOf(act.country, at) : null,
        requestedAt: at,
        askedSeq: seq,
        seq,
        ...act
      })
      .returning();
    await tellTurns(change, [turn]);
    await appendLog(change, 'floor.asked', { turn, by: act, detail: { kind: input.kind } });
    return { turnId };
  });
}
