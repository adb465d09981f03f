import { lapseAttendances } from '#features/attendance/server/lapse-attendances.ts';
import { listWithLine } from '#features/attendance/server/list-with-line.ts';
import { returnToSession } from '#features/attendance/server/return-to-session.ts';
import { noteLine } from '#features/floor/server/note-line.ts';
import type { Actor } from '#features/people/people.ts';
import { sessionRoom } from '#features/sessions/sessions.ts';
import { Refusal } from '#lib/refusal.ts';
import { hub } from '#lib/server/hub.ts';
import { log } from '#lib/server/log.ts';
import { remember } from '#lib/server/remember.ts';

/** Who has had no window in a session for longer than this is no longer here, in milliseconds. */
export const patience = 120_000;
const look = 10_000;
/** Who presides and has had no window for longer than this is missed: their deputies are asked to take the chair. */
export const chairPatience = 10_000;

const chairs = remember('lost-chairs', () => new Map<string, Set<string>>());
/** By session, since when somebody's last window is gone. Those only: it costs by who comes and goes, not by who is here. */
const lost = remember('lost-lines', () => new Map<string, Map<string, number>>());

/** A window of theirs went out of the room; another one may be there still, or come. */
export function lineLost(actor: Actor, session: string, at = Date.now()): void {
  if (actor.kind !== 'member') return;
  miss(session, actor.personId, at);
  missChair(session, actor.personId);
}

/** A window of theirs is in the room: who was counted out for want of one is here again. */
export async function lineFound(actor: Actor, session: string): Promise<void> {
  if (actor.kind !== 'member') return;
  lost.get(session)?.delete(actor.personId);
  try {
    await noteLine(session, actor.personId, 'found');
    await returnToSession(actor, session);
  } catch (fault) {
    // Their mandate ended, or the session did: then they look on.
    if (!(fault instanceof Refusal)) log.error({ fault: String(fault) }, 'who came back was not counted');
  }
}

/** After a start nobody has a line. Those who had one before have as long to come back as anyone who lost it. */
export async function missAll(at = Date.now()): Promise<void> {
  for (const { sessionId, personId } of await listWithLine()) {
    miss(sessionId, personId, at);
    missChair(sessionId, personId);
  }
}

/** Counts out those whose time is over, all of one session together. */
export async function lapseLost(now = Date.now()): Promise<void> {
  // A command beside the server sees nobody's windows.
  if (!hub().io) return;
  for (const [session, people] of lost) {
    const due = [...people].filter(([, since]) => now - since >= patience).map(([personId]) => personId);
    for (const personId of due) people.delete(personId);
    if (people.size === 0) lost.delete(session);
    const gone = due.filter((personId) => !hub().isIn(personId, sessionRoom(session)));
    if (gone.length > 0) await lapseAttendances(session, gone);
  }
}

/** Who may preside is not looked up for everyone who goes: once a session, for all who went within the patience for a chair. */
function missChair(session: string, personId: string): void {
  const people = chairs.get(session);
  if (people) return void people.add(personId);
  const missing = new Set([personId]);
  chairs.set(session, missing);
  setTimeout(async () => {
    chairs.delete(session);
    for (const each of missing)
      if (hub().io && !hub().isIn(each, sessionRoom(session)))
        await noteLine(session, each, 'lost').catch((fault: unknown) =>
          log.error({ fault: String(fault) }, 'that the chair lost the line was not told')
        );
  }, chairPatience).unref();
}

function miss(session: string, personId: string, at: number): void {
  if (lost.size === 0) lookAgain();
  const people = lost.get(session) ?? new Map<string, number>();
  lost.set(session, people.set(personId, at));
}

function lookAgain(): void {
  setTimeout(async () => {
    await lapseLost().catch((fault: unknown) =>
      log.error({ fault: String(fault) }, 'who is gone was not counted out')
    );
    if (lost.size > 0) lookAgain();
  }, look).unref();
}
