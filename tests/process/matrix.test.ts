import { afterAll, beforeAll, expect, test } from 'vitest';
import { acts, inVain } from './matrix/acts.ts';
import { guesses } from './matrix/thread-acts.ts';
import { comparable, each, parting, send } from './matrix/ask.ts';
import { dataDir, digestOf, openMatrix, tell, told, type Opened } from './matrix/opened.ts';
import { further, pages } from './matrix/pages.ts';
import { crossed, mayDo, mayRead, opens, outcomeOf } from './matrix/rights.ts';
import { doorsInTree } from './matrix/tree.ts';

let m: Opened;
beforeAll(async () => {
  m = await openMatrix();
});
afterAll(async () => {
  await m?.house.end('SIGTERM');
});

test('every page, method and form is known to the matrix', () => {
  const known = new Set([...Object.keys(pages), ...Object.keys(acts)]);
  const doors = doorsInTree();
  expect(
    doors
      .filter((door) => !known.has(door))
      .map((door) => `${door} is not in the matrix: say in tests/process/matrix who it is open to.`)
  ).toEqual([]);
  expect(
    [...known]
      .filter((door) => !doors.includes(door))
      .map((door) => `${door} is in the matrix, but no longer there.`)
  ).toEqual([]);
});

test('a page is there for whoever may have it; for anyone else it answers as a page that does not exist', async () => {
  const rules = [
    ...Object.entries(pages),
    ...further.map((rule, index) => [`GET further ${index}`, rule] as const)
  ];
  await each(
    rules.flatMap(([door, rule]) => crossed(m.places).map((one) => ({ door, rule, ...one }))),
    async ({ door, rule, actor, place }) => {
      const path = rule.at(place);
      const method = door.split(' ')[0];
      const answer = await m.ask(actor, path, { method });
      const outcome = outcomeOf(answer);
      const who = `${door} ${place.seen} for ${actor} (${path})`;
      if (answer.status >= 500) tell(`${who}: ${answer.status}`);
      if (opens(actor, rule, place)) {
        if (outcome !== 'open') tell(`${who}: ${outcome} instead of open`);
      } else if (outcome === 'open') tell(`${who}: open, -> ${answer.location}`);
      if (rule.at(m.none) !== path && !mayRead(actor, place)) {
        const nothing = await m.ask(actor, rule.at(m.none), { method });
        if (comparable(answer, place) !== comparable(nothing, m.none))
          tell(
            `${who}: differs from nothing: ${parting(comparable(answer, place), comparable(nothing, m.none))}`
          );
      }
    }
  );
  expect(told()).toEqual([]);
});

test('a form about what one may not read answers as about nothing, and changes nothing', async () => {
  const before = digestOf(dataDir);
  const rules = [
    ...Object.entries(acts).filter(([, { kind }]) => kind !== 'house'),
    ...guesses.map((rule, index) => [`POST guess ${index}`, rule] as const)
  ];
  const asked = rules.flatMap(([door, rule]) =>
    crossed(m.places)
      .filter(({ actor, place }) => !mayRead(actor, place))
      .map((one) => ({ door, rule, ...one }))
  );
  await each(asked, async ({ door, rule, actor, place }) => {
    const answer = await send(m.ask, door, rule, actor, place);
    const nothing = await send(m.ask, door, rule, actor, m.none);
    const who = `${door} ${place.seen} for ${actor}`;
    if (answer.status >= 500) tell(`${who}: ${answer.status}`);
    if (comparable(answer, place) !== comparable(nothing, m.none))
      tell(
        `${who}: differs from nothing: ${parting(comparable(answer, place), comparable(nothing, m.none))}`
      );
  });
  const after = digestOf(dataDir);
  expect([...told(), ...after.filter((line) => !before.includes(line))]).toEqual([]);
});

test('guests, observers and the suspended read, and change nothing; who is suspended is told so', async () => {
  const before = digestOf(dataDir);
  const asked = Object.entries(acts).flatMap(([door, rule]) =>
    crossed(m.places)
      .filter(({ actor, place }) => mayRead(actor, place) && !mayDo(actor, rule.kind, place))
      .map((one) => ({ door, rule, ...one }))
  );
  // There are more forms about a session than one may send in a minute: in halves, with a restart, which forgives, before each.
  for (const half of [0, 1]) {
    const some = asked.filter((_, at) => Math.floor(at / 8) % 2 === half);
    await m.again();
    await each(some, async ({ door, rule, actor, place }) => {
      const answer = await send(m.ask, door, rule, actor, place);
      const outcome = outcomeOf(answer);
      const who = `${rule.kind} ${door} ${place.seen} for ${actor}: ${answer.status}`;
      if (outcome === 'open' || answer.status >= 500) tell(who);
      else if (
        actor === 'suspended' &&
        ['contributing', 'attending'].includes(rule.kind) &&
        !answer.body.includes('You may not write in this forum until')
      )
        tell(`${who} without the sentence of the suspension`);
    });
  }
  expect([...told(), ...digestOf(dataDir).filter((line) => !before.includes(line))]).toEqual([]);
});

test('those who may do it can: what is refused to the others is open to somebody', async () => {
  await m.again();
  const people = ['insider', 'author', 'moderator', 'focal', 'admin', 'observer'] as const;
  const kinds = ['contributing', 'attending', 'reading', 'own', 'leading'];
  // What ends something comes after what needs it.
  const ends = [
    '?/question_removal',
    '?/recall',
    '[post]?/withdrawal',
    '?/move',
    '?/merge',
    '?/closure',
    '?/locking',
    '?/closing',
    '?/role',
    '?/removal',
    '?/settings',
    '?/archiving',
    '?/reopening'
  ];
  const rank = (door: string, kind: string) =>
    kinds.indexOf(kind) + 10 * (1 + ends.findIndex((end) => door.endsWith(end)));
  const asked = Object.entries(acts)
    .filter(([, { kind }]) => kinds.includes(kind))
    .sort(([one, { kind }], [other, { kind: otherKind }]) => rank(one, kind) - rank(other, otherKind));
  for (const [door, rule] of asked) {
    const heard: number[] = [];
    for (const actor of people) {
      const answer = await send(
        m.ask,
        door,
        rule,
        actor,
        door.includes('/requests') ? m.members : m.restricted
      );
      heard.push(answer.status);
      if (outcomeOf(answer) === 'open') break;
    }
    // Told that it is too late, or that a field is wrong: they were let in.
    const letIn = heard.some((status) => ![401, 403, 404].includes(status) && status < 500);
    if (letIn === inVain.has(door)) tell(`${rule.kind} ${door}: ${heard.join(' ')}`);
  }
  expect(told()).toEqual([]);
});
