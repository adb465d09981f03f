import { createHash } from 'node:crypto';
import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import type { Act } from '#features/people/people.ts';
import { dirOf } from '#lib/dir.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import { groupByDelegation, organisationsOf } from '../delegations.ts';
import type { SessionRecord } from '../record.ts';
import { canonicalJson } from '#lib/server/canonical-json.ts';
import { readAgenda } from './read-state.ts';
import { sessionAttendances, sessionRegistrations, sessions, speakerTurns, statements } from './tables.ts';

/**
 * The record of a closed session, from what is stored of it and from nothing else (no clock, no name of today): building it again
 * gives the same bytes. Refuses not-found for a session that is not closed.
 */
export async function buildRecord(from: Tx, id: string): Promise<{ bytes: Uint8Array; hash: string }> {
  const bytes = Buffer.from(canonicalJson(await readFacts(from, id)), 'utf8');
  return { bytes, hash: createHash('sha256').update(bytes).digest('hex') };
}

async function readFacts(from: Tx, id: string): Promise<SessionRecord> {
  const [row] = await from.select().from(sessions).where(eq(sessions.id, id));
  if (!row?.closedAt || !row.openedAt || !row.forum) throw new Refusal('not-found');
  const { forum, title, lang, kind, audience, timezone, place, countries, chair, scheduledBy } = row;
  const items = await readAgenda(from, id);
  const positions = new Map(items.map((item) => [item.id, item.position]));
  const turns = await from
    .select()
    .from(speakerTurns)
    .where(and(eq(speakerTurns.sessionId, id), isNotNull(speakerTurns.startedAt)))
    .orderBy(asc(speakerTurns.startedAt), asc(speakerTurns.id));
  const orders = new Map(turns.map((turn, place) => [turn.id, place + 1]));
  const said = await from
    .select()
    .from(statements)
    .where(eq(statements.sessionId, id))
    .orderBy(asc(statements.number));
  return {
    format: 'palabre-session-record/1',
    session: {
      id,
      forum,
      title,
      lang,
      kind,
      audience,
      timezone,
      place,
      countries,
      chair: actOf(chair),
      scheduledBy: actOf(scheduledBy),
      dir: dirOf(title),
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      openedAt: row.openedAt.toISOString(),
      closedAt: row.closedAt.toISOString()
    },
    agenda: items.map(({ position, title, minutes, document, openedAt, closedAt }) => ({
      position,
      title,
      minutes,
      document,
      openedAt,
      closedAt
    })),
    attendance: await readAttendance(from, id),
    speakers: turns.map((turn) => ({
      order: orders.get(turn.id)!,
      act: actOf(turn),
      kind: turn.kind,
      item: positions.get(turn.itemId ?? '') ?? null,
      observer: turn.observer,
      requestedAt: turn.requestedAt.toISOString(),
      startedAt: turn.startedAt!.toISOString(),
      endedAt: turn.endedAt!.toISOString(),
      seconds: Math.round((turn.endedAt!.getTime() - turn.startedAt!.getTime()) / 1000),
      limitSeconds: turn.limitSeconds
    })),
    statements: said.map((each) => ({
      id: each.id,
      number: each.number,
      item: positions.get(each.itemId ?? '') ?? null,
      turn: orders.get(each.turnId ?? '') ?? null,
      act: actOf(each),
      lang: each.lang,
      dir: each.dir,
      body: each.body,
      at: each.createdAt.toISOString()
    })),
    links: {
      session: `/sessions/${id}`,
      record: `/sessions/${id}/record.json`,
      forum: `/forums/${forum.slug}`,
      documents: items.flatMap((item) => item.document ?? [])
    }
  };
}

/** Each person once, in the capacity in which they came last. */
async function readAttendance(from: Tx, id: string): Promise<SessionRecord['attendance']> {
  const stays = await from
    .select()
    .from(sessionAttendances)
    .where(eq(sessionAttendances.sessionId, id))
    .orderBy(asc(sessionAttendances.joinedAt), asc(sessionAttendances.id));
  const registered = await from
    .select({ withdrawnAt: sessionRegistrations.withdrawnAt })
    .from(sessionRegistrations)
    .where(eq(sessionRegistrations.sessionId, id));
  const people = [...new Map(stays.map((stay): [string, Act] => [stay.personId, actOf(stay)])).values()];
  return {
    people: people.length,
    registered: registered.filter((each) => !each.withdrawnAt).length,
    delegations: groupByDelegation(people).map(({ country, organisation, acts }) => ({
      country,
      organisation,
      people: acts.length,
      organisations: organisationsOf(acts)
    }))
  };
}
