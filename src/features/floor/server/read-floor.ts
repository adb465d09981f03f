import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import { delegationOf } from '#features/sessions/delegations.ts';
import { readItemNumbers } from '#features/sessions/server/read-agenda.ts';
import type { Tx } from '#lib/server/db.ts';
import type { Floor, FloorDelta, FloorState, LastTurn, Used } from '../floor.ts';
import type { Waiting } from '../queue.ts';
import { settle } from '../state.ts';
import { readList } from './read-list.ts';
import type { Turn } from './read-turns.ts';
import { speakerTurns } from './tables.ts';

/** Who speaks, who waits in which order and why, who used how much time. */
export async function readFloor(from: Tx, sessionId: string): Promise<FloorState> {
  const turns = await from
    .select()
    .from(speakerTurns)
    .where(and(eq(speakerTurns.sessionId, sessionId), isNull(speakerTurns.withdrawnAt)));
  const used = usedBy(turns);
  return settle({
    floor: await floorOf(from, turns, used),
    last: lastOf(turns),
    waiting: turns.filter(isWaiting).map(waitingOf),
    used,
    list: await readList(from, sessionId)
  });
}

/** What is to be told of turns that changed: theirs, and the time that their delegations used. */
export async function readDelta(from: Tx, sessionId: string, changed: Turn[]): Promise<FloorDelta> {
  const taken = await from
    .select()
    .from(speakerTurns)
    .where(and(eq(speakerTurns.sessionId, sessionId), isNotNull(speakerTurns.startedAt)));
  const used = usedBy(taken);
  const delegations = new Set(changed.filter(({ startedAt }) => startedAt).map(keyOf));
  return {
    put: changed.filter(isWaiting).map(waitingOf),
    gone: changed.filter((turn) => !isWaiting(turn)).map(({ id }) => id),
    floor: await floorOf(from, taken, used),
    last: lastOf(taken),
    used: used.filter(({ key }) => delegations.has(key))
  };
}

/** What came after a sequence, as one delta. */
export async function readMissed(from: Tx, sessionId: string, since: number): Promise<FloorDelta[]> {
  const changed = await from
    .select()
    .from(speakerTurns)
    .where(and(eq(speakerTurns.sessionId, sessionId), gt(speakerTurns.seq, since)));
  return [{ ...(await readDelta(from, sessionId, changed)), list: await readList(from, sessionId) }];
}

const isWaiting = (turn: Turn): boolean => !turn.startedAt && !turn.withdrawnAt;
const keyOf = (turn: Turn): string => delegationOf(actOf(turn));

const waitingOf = (turn: Turn): Waiting => ({
  turnId: turn.id,
  act: actOf(turn),
  kind: turn.kind,
  region: turn.region,
  seq: turn.askedSeq ?? 0,
  requestedAt: turn.requestedAt.toISOString(),
  limitSeconds: turn.limitSeconds,
  observer: turn.observer,
  skips: turn.skips,
  skippedAt: turn.skippedAt?.toISOString() ?? null,
  calledBackAt: turn.calledBackAt?.toISOString() ?? null
});

async function floorOf(from: Tx, turns: Turn[], used: Used[]): Promise<Floor | null> {
  const current = turns.find((turn) => turn.startedAt && !turn.endedAt);
  if (!current) return null;
  const numbers = current.itemId ? await readItemNumbers(from, current.sessionId) : undefined;
  return {
    turnId: current.id,
    act: actOf(current),
    kind: current.kind,
    itemPosition: numbers?.get(current.itemId ?? '') ?? null,
    startedAt: current.startedAt!.toISOString(),
    limitSeconds: current.limitSeconds,
    intervention: used.find(({ key }) => key === keyOf(current))?.turns ?? 0
  };
}

function lastOf(turns: Turn[]): LastTurn | null {
  const ended = turns.filter(({ startedAt, endedAt }) => startedAt && endedAt);
  if (ended.length === 0) return null;
  const last = ended.reduce((a, b) => (b.endedAt! > a.endedAt! ? b : a));
  return { turnId: last.id, act: actOf(last), endedBy: last.endedBy };
}

/** Time used by delegation, in the order of their keys. Points of order are not counted: they interrupt the time of others. */
export function usedBy(turns: Turn[]): Used[] {
  const used = new Map<string, Used>();
  for (const turn of turns) {
    if (!turn.startedAt || turn.kind === 'point_of_order') continue;
    const key = keyOf(turn);
    const before = used.get(key) ?? { turns: 0, seconds: 0, over: 0 };
    const seconds = turn.endedAt
      ? Math.max(0, Math.round((turn.endedAt.getTime() - turn.startedAt.getTime()) / 1000))
      : 0;
    used.set(key, {
      key,
      country: key.startsWith('country:') ? turn.country : null,
      organisation: key.startsWith('organisation:') ? turn.organisation : null,
      personName: key.startsWith('person:') ? turn.personName : null,
      region: turn.region,
      turns: before.turns + 1,
      seconds: before.seconds + seconds,
      over: before.over + Math.max(0, seconds - turn.limitSeconds)
    });
  }
  return [...used.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}
