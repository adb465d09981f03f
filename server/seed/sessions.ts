import { askForFloor } from '#features/floor/server/ask-for-floor.ts';
import { closeSession } from '#features/records/server/close-session.ts';
import { endTurn } from '#features/floor/server/end-turn.ts';
import { extendTurn } from '#features/floor/server/extend-turn.ts';
import { giveFloor } from '#features/floor/server/give-floor.ts';
import { nameDeputy } from '#features/floor/server/name-deputy.ts';
import { joinSession } from '#features/attendance/server/join-session.ts';
import { openItem } from '#features/sessions/server/open-item.ts';
import { openSession } from '#features/sessions/server/open-session.ts';
import { postStatement } from '#features/statements/server/post-statement.ts';
import { readAgenda } from '#features/sessions/server/read-agenda.ts';
import { registerForSession } from '#features/registration/server/register-for-session.ts';
import { scheduleSession } from '#features/sessions/server/schedule-session.ts';
import { seedBallots } from './ballots.ts';
import { heldBallots, liveBallots } from './texts/ballots.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import {
  comingSession,
  heldSession,
  heldStatements,
  liveFloor,
  liveSession,
  liveStatements,
  type SessionText
} from './texts/sessions.ts';
import { heldOutcomes, liveOutcomes } from './texts/outcomes.ts';
import { typeset, type PostText } from './texts/text.ts';
import { seedOutcomes } from './outcomes.ts';
import { before, capacityOf, day, hour, minute, personOf, type World } from './world.ts';

const after = (from: Date, milliseconds: number) => new Date(from.getTime() + milliseconds);
/** Sessions begin on a round quarter of an hour; those of other days in the early afternoon of their countries. */
const round = (at: Date) => new Date(Math.floor(at.getTime() / (15 * minute)) * 15 * minute);
const afternoon = (at: Date) => new Date(Math.floor(at.getTime() / day) * day + 13 * hour);

/** One session live now, one next week, one held and closed through the verb that writes its record. */
export async function seedSessions(world: World): Promise<{ live: string; coming: string; held: string }> {
  const heldAt = afternoon(before(world.now, 16 * day));
  const held = await schedule(world, heldSession, heldAt, 70, before(heldAt, 12 * day));
  const items = await open(world, heldSession, held, heldAt);
  let at = heldAt;
  for (const [place, item] of items.entries()) {
    at = after(at, 2 * minute);
    await openItem(personOf(world, heldSession.chair), { session: held, item }, at);
    for (const { text } of heldStatements.filter((statement) => statement.item === place + 1))
      at = await speak(world, heldSession, held, text, after(at, 3 * minute));
  }
  await seedBallots(world, held, heldSession.chair, heldAt, heldBallots);
  const { chair, title } = heldSession;
  await seedOutcomes(world, { session: held, chair, title }, heldOutcomes, after(heldAt, 55 * minute));
  await closeSession(personOf(world, heldSession.chair), { session: held }, after(heldAt, 68 * minute));

  const startsAt = round(before(world.now, 25 * minute));
  const live = await schedule(world, liveSession, startsAt, 90, before(world.now, 9 * day));
  await beLive(world, live, startsAt);
  await seedBallots(world, live, liveSession.chair, startsAt, liveBallots);

  const coming = await schedule(
    world,
    comingSession,
    afternoon(after(world.now, 7 * day)),
    90,
    before(world.now, 3 * day)
  );
  return { live, coming, held };
}

async function schedule(
  world: World,
  text: SessionText,
  startsAt: Date,
  minutes: number,
  at: Date
): Promise<string> {
  const chair = personOf(world, text.chair);
  const { id } = await scheduleSession(
    chair,
    {
      forum: text.space,
      title: typeset(text.lang, text.title),
      lang: text.lang,
      kind: text.kind,
      startsAt,
      endsAt: after(startsAt, minutes * minute),
      timezone: text.timezone,
      audience: 'space',
      countries: text.countries,
      agenda: text.agenda.map(([minutes, title]) => ({
        minutes,
        title: typeset(text.lang, title),
        document: null
      })),
      capacity: capacityOf(world, text.chair)
    },
    at
  );
  for (const [index, key] of text.registered.entries())
    await registerForSession(
      personOf(world, key),
      { session: id, capacity: capacityOf(world, key) },
      after(at, (index + 1) * 5 * hour)
    );
  return id;
}

/** The chair opens, and everybody comes; the items of the agenda. */
async function open(world: World, text: SessionText, session: string, startsAt: Date): Promise<string[]> {
  const chair = personOf(world, text.chair);
  await openSession(chair, { session, capacity: capacityOf(world, text.chair) }, startsAt);
  for (const [index, key] of text.registered.entries())
    if (key !== text.chair)
      await joinSession(
        personOf(world, key),
        { session, capacity: capacityOf(world, key) },
        after(startsAt, index * 5000)
      );
  return (await readAgenda(db, session)).map(({ id }) => id);
}

/** Someone asks, gets the floor, speaks and leaves the text; the moment at which they end. */
async function speak(
  world: World,
  { chair }: SessionText,
  session: string,
  { by, body, lang, personal }: PostText,
  at: Date,
  seconds = 100
): Promise<Date> {
  const speaker = personOf(world, by);
  const capacity = capacityOf(world, by, personal);
  const { turnId: turn } = await askForFloor(
    speaker,
    { session, kind: 'statement', capacity },
    before(at, 50_000)
  );
  await giveFloor(personOf(world, chair), { session, turn }, at);
  await postStatement(speaker, { session, id: newId(), body, lang, capacity }, after(at, seconds * 600));
  const end = after(at, seconds * 1000);
  await endTurn(speaker, { session, turn }, end);
  return end;
}

/** Item 2 is open, one has the floor, three wait: as if one had come in at this moment. */
async function beLive(world: World, session: string, startsAt: Date): Promise<void> {
  const chair = personOf(world, liveSession.chair);
  const deputy = personOf(world, liveFloor.deputy).personId;
  await nameDeputy(chair, { session, person: deputy }, before(startsAt, 30 * minute));
  const items = await open(world, liveSession, session, startsAt);
  // The quarter of an hour that is left before the floor is shared among what was said.
  const step = (world.now.getTime() - startsAt.getTime() - 5 * minute) / (liveStatements.length + 2);
  let opened = 0;
  for (const [index, { item, text }] of liveStatements.entries()) {
    const at = after(startsAt, (index + 1) * step);
    if (item !== opened)
      await openItem(chair, { session, item: items[(opened = item) - 1] }, before(at, step / 2));
    await speak(world, liveSession, session, text, at, Math.min(100, step / 2000));
  }
  const ask = async (key: string, minutes: number) =>
    (
      await askForFloor(
        personOf(world, key),
        { session, kind: 'statement', capacity: capacityOf(world, key) },
        before(world.now, minutes * minute)
      )
    ).turnId;
  const turn = await ask(liveFloor.speaking, 4);
  for (const [index, key] of liveFloor.waiting.entries()) await ask(key, 3 - index);
  await giveFloor(chair, { session, turn }, before(world.now, 40_000));
  const { chair: key, title } = liveSession;
  const recordedAt = before(world.now, 12 * minute);
  await seedOutcomes(world, { session, chair: key, title: typeset('fr', title) }, liveOutcomes, recordedAt);
  await extendTurn(chair, { session, turn, limit: 180, by: 240 }, before(world.now, 20_000));
}
