import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  expectedTimes,
  orderQueue,
  queueReasons,
  turnKinds,
  type FloorRequest,
  type Spoken
} from './queue.ts';

const delegations = ['country:SN', 'country:ML', 'country:CI', 'organisation:o', 'person:p'];
const requests = fc.uniqueArray(
  fc.record({
    turnId: fc.uuid(),
    kind: fc.constantFrom(...turnKinds),
    delegation: fc.constantFrom(...delegations),
    requestedAt: fc.integer({ min: 0, max: 20 }),
    observer: fc.boolean()
  }),
  { selector: (request) => request.turnId, maxLength: 30 }
);
const spoken = fc
  .dictionary(
    fc.constantFrom(...delegations),
    fc.record({ turns: fc.integer({ min: 0, max: 3 }), seconds: fc.nat(600) })
  )
  .map((had) => new Map<string, Spoken>(Object.entries(had)));
const shuffled = requests.chain((list) =>
  fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))
);

test('nobody is lost from the list and nobody stands in it twice', () => {
  fc.assert(
    fc.property(requests, spoken, (list, had) => {
      const ids = orderQueue(list, had).map(({ request }) => request.turnId);
      expect([...ids].sort()).toEqual(list.map((request) => request.turnId).sort());
    })
  );
});

test('the order does not depend on the order in which the requests were read', () => {
  fc.assert(
    fc.property(shuffled, spoken, ([list, other], had) => {
      expect(orderQueue(other, had)).toEqual(orderQueue(list, had));
    })
  );
});

test('an observer never stands before somebody who is not one', () => {
  fc.assert(
    fc.property(requests, spoken, (list, had) => {
      const observers = orderQueue(list, had).map(({ request }) => request.observer);
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
      for (const reason of queueReasons) {
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
    observer: false
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

test('a reader sees when each speaker may expect the floor', () => {
  const floor = { startedAt: new Date(0).toISOString(), limitSeconds: 180 };
  expect(expectedTimes([{ limitSeconds: 60 }, { limitSeconds: 120 }], floor, 30_000)).toEqual([
    180_000, 240_000
  ]);
  expect(expectedTimes([{ limitSeconds: 60 }], floor, 200_000)).toEqual([200_000]);
});
