import fc from 'fast-check';
import { expect, test } from 'vitest';
import { regions } from '#lib/vocab/codes.ts';
import {
  expectedTimes,
  floorRules,
  orderQueue as orderBy,
  queueReasons,
  turnKinds,
  type FloorRequest,
  type QueueOrder,
  type Spoken
} from './queue.ts';

/** Under any rule, whatever regions have had: what holds for all of them. */
const orderQueue = (list: readonly FloorRequest[], had: Map<string, Spoken>, by: Partial<QueueOrder> = {}) =>
  orderBy(list, { rule: 'first_time', observersLast: true, regions: new Map(), spoken: had, ...by });

const delegations = ['country:SN', 'country:ML', 'country:CI', 'organisation:o', 'person:p'];
const requests = fc.uniqueArray(
  fc.record({
    turnId: fc.uuid(),
    kind: fc.constantFrom(...turnKinds),
    delegation: fc.constantFrom(...delegations),
    requestedAt: fc.integer({ min: 0, max: 20 }),
    seq: fc.constant(0),
    region: fc.option(fc.constantFrom(...regions)),
    observer: fc.boolean(),
    skippedAt: fc.option(fc.integer({ min: 1, max: 9 }), { freq: 5 }),
    calledBackAt: fc.option(fc.integer({ min: 1, max: 9 }), { freq: 5 })
  }),
  { selector: (request) => request.turnId, maxLength: 30 }
);
const spoken = fc
  .dictionary(
    fc.constantFrom(...delegations),
    fc.record({ turns: fc.integer({ min: 0, max: 3 }), seconds: fc.nat(600) })
  )
  .map((had) => new Map<string, Spoken>(Object.entries(had)));
const rule = fc.constantFrom(...floorRules);
const shuffled = requests.chain((list) =>
  fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))
);

test('nobody is lost from the list and nobody stands in it twice', () => {
  fc.assert(
    fc.property(requests, spoken, rule, (list, had, rule) => {
      const ids = orderQueue(list, had, { rule }).map(({ request }) => request.turnId);
      expect([...ids].sort()).toEqual(list.map((request) => request.turnId).sort());
    })
  );
});

test('the order does not depend on the order in which the requests were read', () => {
  fc.assert(
    fc.property(shuffled, spoken, rule, ([list, other], had, rule) => {
      expect(orderQueue(other, had, { rule })).toEqual(orderQueue(list, had, { rule }));
    })
  );
});

test('under every rule that puts them last, an observer stands before nobody who is not one, unless that one was passed over', () => {
  fc.assert(
    fc.property(requests, spoken, rule, (list, had, rule) => {
      const observers = orderQueue(list, had, { rule })
        .filter(({ reason }) => reason !== 'skipped')
        .map(({ request }) => request.observer);
      expect(observers).toEqual([...observers].sort((a, b) => Number(a) - Number(b)));
    })
  );
});

test('among participants, points of order stand before all else and first interventions before later ones', () => {
  fc.assert(
    fc.property(requests, spoken, (list, had) => {
      const ranks = orderQueue(list, had).map(({ reason }) => queueReasons.indexOf(reason));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    })
  );
});

test('who stands there for the same reason speaks in the order of asking', () => {
  fc.assert(
    fc.property(requests, spoken, (list, had) => {
      const queue = orderQueue(list, had);
      const byOther = ['skipped', 'called_back'];
      for (const reason of queueReasons.filter((each) => !byOther.includes(each))) {
        const times = queue
          .filter((entry) => entry.reason === reason)
          .map(({ request }) => request.requestedAt);
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }
    })
  );
});

test('a delegation has at most one first intervention, and none when it spoke before', () => {
  fc.assert(
    fc.property(requests, spoken, (list, had) => {
      const firsts = orderQueue(list, had)
        .filter(({ reason }) => reason === 'first_time')
        .map(({ request }) => request.delegation);
      expect(new Set(firsts).size).toBe(firsts.length);
      for (const delegation of firsts) expect(had.get(delegation)?.turns ?? 0).toBe(0);
    })
  );
});

test('a small delegation that asks last still speaks before the second person of a large one', () => {
  const ask = (turnId: string, delegation: string, requestedAt: number): FloorRequest => ({
    turnId,
    delegation,
    requestedAt,
    kind: 'statement',
    observer: false,
    region: null,
    seq: 0,
    skippedAt: null,
    calledBackAt: null
  });
  const queue = orderQueue(
    [ask('a', 'country:SN', 1), ask('b', 'country:SN', 2), ask('c', 'country:GW', 3)],
    new Map()
  );
  expect(queue.map(({ request, reason }) => [request.turnId, reason])).toEqual([
    ['a', 'first_time'],
    ['c', 'first_time'],
    ['b', 'order_of_request']
  ]);
});

const asked = (turnId: string, more: Partial<FloorRequest> = {}): FloorRequest => ({
  turnId,
  delegation: `country:${turnId}`,
  requestedAt: 0,
  kind: 'statement',
  observer: false,
  region: null,
  seq: 0,
  skippedAt: null,
  calledBackAt: null,
  ...more
});
const names = (list: ReturnType<typeof orderQueue>) => list.map(({ request }) => request.turnId);

test('under rotation the region that spoke least is next, and no region speaks twice while another waits', () => {
  const list = [
    asked('a', { region: 'AFR', seq: 1 }),
    asked('b', { region: 'AFR', seq: 2 }),
    asked('c', { region: 'AFR', seq: 3 }),
    asked('d', { region: 'EUR', seq: 4 }),
    asked('e', { region: 'WPR', seq: 5 })
  ];
  const by = { rule: 'rotation' as const };
  expect(names(orderQueue(list, new Map(), by))).toEqual(['a', 'd', 'e', 'b', 'c']);
  const had = orderQueue(list, new Map(), { ...by, regions: new Map([['AFR', 2]]) });
  expect(had.map(({ request, regionTurns }) => [request.turnId, regionTurns])).toEqual([
    ['d', 0],
    ['e', 0],
    ['a', 2],
    ['b', 3],
    ['c', 4]
  ]);
});

test('under rotation no two neighbours of one region stand together while another region had no more turns', () => {
  fc.assert(
    fc.property(requests, (all) => {
      const list = all
        .filter(({ kind }) => kind !== 'point_of_order')
        .map((request) => ({ ...request, observer: false, skippedAt: null, calledBackAt: null }));
      const turns = new Map<string, number>();
      const queue = orderQueue(list, new Map(), { rule: 'rotation' });
      for (const [place, { request }] of queue.entries()) {
        const had = turns.get(request.region ?? '') ?? 0;
        for (const { request: later } of queue.slice(place))
          expect(turns.get(later.region ?? '') ?? 0).toBeGreaterThanOrEqual(had);
        turns.set(request.region ?? '', had + 1);
      }
    })
  );
});

test('the chair may let those who used the least time speak first, or keep to the order of request', () => {
  const list = [asked('a', { seq: 1 }), asked('b', { seq: 2 }), asked('c', { seq: 3 })];
  const had = new Map([
    ['country:a', { turns: 1, seconds: 170 }],
    ['country:b', { turns: 2, seconds: 60 }]
  ]);
  expect(names(orderQueue(list, had, { rule: 'least_time' }))).toEqual(['c', 'b', 'a']);
  expect(names(orderQueue(list, had, { rule: 'order' }))).toEqual(['a', 'b', 'c']);
});

test('of requests made in the same millisecond the one that was taken first stands first', () => {
  const list = [asked('a', { seq: 9 }), asked('b', { seq: 7 }), asked('c', { seq: 8 })];
  expect(names(orderQueue(list, new Map()))).toEqual(['b', 'c', 'a']);
});

test('who is passed over stands last, who is called back is next after points of order', () => {
  const list = [
    asked('skipped', { seq: 1, skippedAt: 5 }),
    asked('waits', { seq: 2 }),
    asked('back', { seq: 3, calledBackAt: 6 }),
    asked('order', { seq: 4, kind: 'point_of_order' }),
    asked('observer', { seq: 5, observer: true })
  ];
  expect(names(orderQueue(list, new Map()))).toEqual(['order', 'back', 'waits', 'observer', 'skipped']);
});

test('when the chair says so, observers are not last', () => {
  const list = [asked('observer', { seq: 1, observer: true }), asked('waits', { seq: 2 })];
  expect(names(orderQueue(list, new Map(), { observersLast: false }))).toEqual(['observer', 'waits']);
  expect(names(orderQueue(list, new Map()))).toEqual(['waits', 'observer']);
});

test('a reader sees when each speaker may expect the floor', () => {
  const floor = { startedAt: new Date(0).toISOString(), limitSeconds: 180 };
  expect(expectedTimes([{ limitSeconds: 60 }, { limitSeconds: 120 }], floor, 30_000)).toEqual([
    180_000, 240_000
  ]);
  expect(expectedTimes([{ limitSeconds: 60 }], floor, 200_000)).toEqual([200_000]);
});
