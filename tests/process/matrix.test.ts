import { afterAll, beforeAll, expect, test } from 'vitest';
import { acts, guesses, type ActRule } from './matrix/acts.ts';
import { askerAt, comparable, each, parting, send, type Ask } from './matrix/ask.ts';
import { further, pages } from './matrix/pages.ts';
import { actors, type ActorName } from './matrix/people.ts';
import { nowhere, type Place } from './matrix/places.ts';
import { crossed, mayDo, mayRead, opens, outcomeOf } from './matrix/rights.ts';
import { doorsInTree } from './matrix/tree.ts';
import { freshFolder, openHouse, type House } from './house.ts';

// The verbs that make the world write where the house will read: before they are loaded, that must be said.
Object.assign(process.env, { DATA_DIR: freshFolder(), DATABASE_URL: '', LOG_LEVEL: 'silent' });
const dataDir = process.env.DATA_DIR!;
const { aLessonFrom, closePlace, digestOf, openWorld } = await import('./matrix/world.ts');

let world: Awaited<ReturnType<typeof openWorld>>;
let house: House;
let restricted: Place;
let places: Place[];
let ask: Ask;
const none = nowhere();

beforeAll(async () => {
  world = await openWorld();
  restricted = await closePlace(world.people);
  await aLessonFrom(world.people, restricted);
  places = [world.open, world.members, restricted];
  await open();
});
afterAll(async () => {
  await house?.end('SIGTERM');
});
async function open() {
  house = await openHouse({ DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  ask = askerAt(house.origin, world.people);
}

/** What was found against a rule, in one list: one run says all of it. */
const found: string[] = [];
const tell = (sentence: string) => found.push(sentence);
const told = () => found.splice(0).sort();

test('every page, method and form is known to the matrix', () => {
  const known = new Set([...Object.keys(pages), ...Object.keys(acts)]);
  const doors = doorsInTree();
  expect(doors.filter((door) => !known.has(door)).map((door) => `${door} is not in the matrix: say in tests/process/matrix who it is open to.`)).toEqual([]);
  expect([...known].filter((door) => !doors.includes(door)).map((door) => `${door} is in the matrix, but no longer there.`)).toEqual([]);
});

test('a page is there for whoever may have it; for anyone else it answers as a page that does not exist', async () => {
  const rules = [...Object.entries(pages), ...further.map((rule, index) => [`GET further ${index}`, rule] as const)];
  await each(rules.flatMap(([door, rule]) => crossed(places).map((one) => ({ door, rule, ...one }))), async ({ door, rule, actor, place }) => {
    const path = rule.at(place);
    const method = door.split(' ')[0];
    const answer = await ask(actor, path, { method });
    const outcome = outcomeOf(answer);
    const who = `${door} ${place.seen} for ${actor} (${path})`;
    if (answer.status >= 500) tell(`${who}: ${answer.status}`);
    if (opens(actor, rule, place)) {
      if (outcome !== 'open') tell(`${who}: ${outcome} instead of open`);
    } else if (outcome === 'open') tell(`${who}: open, -> ${answer.location}`);
    if (rule.at(none) !== path && !mayRead(actor, place)) {
      const nothing = await ask(actor, rule.at(none), { method });
      if (comparable(answer, place) !== comparable(nothing, none)) tell(`${who}: differs from nothing: ${parting(comparable(answer, place), comparable(nothing, none))}`);
    }
  });
  expect(told()).toEqual([]);
});

test('a form about what one may not read answers as about nothing, and changes nothing', async () => {
  const before = digestOf(dataDir);
  const rules = [...Object.entries(acts).filter(([, { kind }]) => kind !== 'house'), ...guesses.map((rule, index) => [`POST guess ${index}`, rule] as const)];
  const asked = rules.flatMap(([door, rule]) => crossed(places).filter(({ actor, place }) => !mayRead(actor, place)).map((one) => ({ door, rule, ...one })));
  await each(asked, async ({ door, rule, actor, place }) => {
    const answer = await send(ask, door, rule, actor, place);
    const nothing = await send(ask, door, rule, actor, none);
    const who = `${door} ${place.seen} for ${actor}`;
    if (answer.status >= 500) tell(`${who}: ${answer.status}`);
    if (comparable(answer, place) !== comparable(nothing, none)) tell(`${who}: differs from nothing: ${parting(comparable(answer, place), comparable(nothing, none))}`);
  });
  const after = digestOf(dataDir);
  expect([...told(), ...after.filter((line) => !before.includes(line))]).toEqual([]);
});

test('guests, observers and the suspended read, and change nothing; who is suspended is told so', async () => {
  await house.end('SIGTERM');
  await open();
  const before = digestOf(dataDir);
  const asked = Object.entries(acts).flatMap(([door, rule]) =>
    crossed(places)
      .filter(({ actor, place }) => mayRead(actor, place) && !mayDo(actor, rule.kind, place))
      .map((one) => ({ door, rule, ...one }))
  );
  await each(asked, async ({ door, rule, actor, place }) => {
    const answer = await send(ask, door, rule, actor, place);
    const outcome = outcomeOf(answer);
    const who = `${rule.kind} ${door} ${place.seen} for ${actor}: ${answer.status}`;
    if (outcome === 'open' || answer.status >= 500) tell(who);
    else if (actor === 'guest' && outcome !== 'sign-in') tell(`${who} instead of a sign-in`);
    else if (actor === 'suspended' && ['contributing', 'attending'].includes(rule.kind) && !answer.body.includes('You may not write in this forum until')) tell(`${who} without the sentence of the suspension`);
  });
  expect([...told(), ...digestOf(dataDir).filter((line) => !before.includes(line))]).toEqual([]);
});

test('those who should can', async () => {
  await house.end('SIGTERM');
  await open();
  const asked = Object.entries(acts).filter(([, { kind }]) => kind !== 'house' && kind !== 'standing');
  const can = { contributing: 'insider', attending: 'observer', leading: 'moderator', own: 'author', reading: 'observer' } as const;
  for (const [door, rule] of asked) {
    const answer = await send(ask, door, rule, can[rule.kind as 'own'], restricted);
    const reason = /class="error[^"]*"[^>]*>([^<]*)/.exec(answer.body)?.[1];
    if (outcomeOf(answer) !== 'open') tell(`${rule.kind} ${door}: ${answer.status} ${answer.location} ${reason}`);
  }
  console.log(told().join('\n'));
  console.log(house.said().slice(0, 3000));
});
