import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn, readAct } from '#features/people/server/read-act.ts';
import { appendDocument } from '#features/search/server/append-document.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import { limit } from '#lib/server/limits.ts';
import type { NewSession } from '../inputs.ts';
import { readBelongings } from './belongings.ts';
import { sessionDocument } from './list-documents.ts';
import { maySchedule } from './may.ts';
import { readChair } from './read-chair.ts';
import { sessionItems, sessions } from './tables.ts';

/** Puts a session of a forum into the calendar, with its agenda. Who schedules it chairs it unless `chair` names another. */
export async function scheduleSession(
  actor: Actor,
  input: NewSession,
  at = new Date()
): Promise<{ id: string }> {
  const member = mustBeSignedIn(actor);
  const space = await readSpace(actor, { slug: input.forum });
  if (!maySchedule(actor, space, input.capacity))
    throw new Refusal('not-allowed', 'session-not-yours-to-schedule');
  await limit('session-scheduling', member.personId, 30, 3600);

  const id = newId();
  await atomic(async (tx) => {
    const act = await readAct(actor, input.capacity, 'speak', tx);
    const chair =
      input.chair && input.chair !== member.personId ? await readChair(input.chair, space.id, tx) : act;
    const { title, lang, kind, startsAt, endsAt, timezone, place, onlineLink, audience, countries } = input;
    const row = {
      id,
      spaceId: space.id,
      title,
      lang,
      kind,
      startsAt,
      endsAt,
      timezone,
      audience,
      place: place ?? null,
      onlineLink: onlineLink ?? null,
      countries: [...new Set(countries)],
      chairPersonId: chair.personId,
      chair,
      revision: 0,
      scheduledBy: act,
      registrationRule: input.registrationRule ?? 'open',
      capacity: input.capacity_people ?? null,
      reminders: input.reminders ?? [],
      seq: 0,
      ...(await readBelongings(tx, space.id, input, { act, lang, at })),
      createdAt: at
    };
    await tx.insert(sessions).values(row);
    const items = input.agenda.map((item, place) => ({
      id: newId(),
      sessionId: id,
      position: place + 1,
      ...item
    }));
    if (items.length > 0) await tx.insert(sessionItems).values(items);
    await appendDocument(tx, sessionDocument(row, items));
  });
  announce({ name: 'session.scheduled', rooms: [], payload: { id, spaceId: space.id } });
  return { id };
}
