import { and, asc, eq, isNull } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import { countByDelegation, delegationOf, type DelegationCount } from '../delegations.ts';
import { orderQueue, type Spoken } from '../queue.ts';
import { phaseOf, sessionRoom, type AgendaItem, type SessionState } from '../sessions.ts';
import { sessionAttendances, sessionItems, sessionRegistrations, sessions, speakerTurns } from './tables.ts';

type Turn = typeof speakerTurns.$inferSelect;

/** The state that every window of a session shows. Whether the asker may read it is the caller's to say. */
export async function readState(from: Tx, id: string, at = new Date()): Promise<SessionState> {
  const [session] = await from.select().from(sessions).where(eq(sessions.id, id));
  if (!session) throw new Refusal('not-found');
  const items = await readAgenda(from, id);
  const turns = await from
    .select()
    .from(speakerTurns)
    .where(and(eq(speakerTurns.sessionId, id), isNull(speakerTurns.withdrawnAt)));
  const registered = await from
    .select()
    .from(sessionRegistrations)
    .where(and(eq(sessionRegistrations.sessionId, id), isNull(sessionRegistrations.withdrawnAt)));

  const spoken = spokenBy(turns, at);
  const current = turns.find((turn) => turn.startedAt && !turn.endedAt);
  return {
    room: sessionRoom(id),
    seq: session.seq,
    now: at.getTime(),
    phase: phaseOf(session),
    items,
    floor: current
      ? {
          turnId: current.id,
          act: actOf(current),
          kind: current.kind,
          itemPosition: items.find((item) => item.id === current.itemId)?.position ?? null,
          startedAt: current.startedAt!.toISOString(),
          limitSeconds: current.limitSeconds,
          intervention: spoken.get(delegationOf(actOf(current)))?.turns ?? 0
        }
      : null,
    queue: session.closedAt ? [] : queueOf(turns, spoken),
    here: await readHere(from, id),
    registered: countByDelegation(registered.map(actOf))
  };
}

/** Who is here now, by delegation. */
export async function readHere(from: Tx, id: string): Promise<DelegationCount[]> {
  const here = await from
    .select()
    .from(sessionAttendances)
    .where(and(eq(sessionAttendances.sessionId, id), isNull(sessionAttendances.leftAt)));
  return countByDelegation(here.map(actOf));
}

export async function readAgenda(from: Tx, id: string): Promise<AgendaItem[]> {
  const rows = await from
    .select()
    .from(sessionItems)
    .where(eq(sessionItems.sessionId, id))
    .orderBy(asc(sessionItems.position));
  return rows.map(({ id, position, title, minutes, document, openedAt, closedAt }) => ({
    id,
    position,
    title,
    minutes,
    document,
    openedAt: openedAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null
  }));
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

const queueOf = (turns: Turn[], spoken: Map<string, Spoken>): SessionState['queue'] =>
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
