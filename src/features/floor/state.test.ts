import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Act } from '#features/people/people.ts';
import { regions } from '#lib/vocab/codes.ts';
import { limits, type FloorState, type Used } from './floor.ts';
import { floorRules, turnKinds, type Waiting } from './queue.ts';
import { foldFloor, settle, usedNow } from './state.ts';

const act = (country: string): Act => ({
  personId: `p-${country}`,
  personName: country,
  capacity: 'organisation',
  organisationId: `o-${country}`,
  organisation: { en: country },
  organisationSlug: country,
  country,
  title: null
});
const countries = ['SN', 'ML', 'CI', 'FR', 'JP'];
const waiting = fc.uniqueArray(
  fc.record({
    turnId: fc.uuid(),
    act: fc.constantFrom(...countries).map(act),
    kind: fc.constantFrom(...turnKinds),
    region: fc.option(fc.constantFrom(...regions)),
    seq: fc.nat(50),
    requestedAt: fc.nat(1000).map((at) => new Date(at).toISOString()),
    limitSeconds: fc.constant(180),
    observer: fc.boolean(),
    skips: fc.constant(0),
    skippedAt: fc.constant(null),
    calledBackAt: fc.constant(null)
  }),
  { selector: ({ turnId }) => turnId, maxLength: 12 }
);
const used = fc.uniqueArray(fc.constantFrom(...countries)).map((some): Used[] =>
  some.map((country, at) => ({
    key: `country:${country}`,
    country,
    organisation: null,
    personName: null,
    region: at % 2 ? 'AFR' : 'EUR',
    turns: at,
    seconds: at * 30,
    over: 0
  }))
);
const list = fc.constantFrom(...floorRules).map((rule) => ({
  rule,
  observersLast: true,
  closedAt: null,
  limits: limits.turnSeconds,
  itemLimits: {}
}));
const parts = fc.record({ waiting, used, list });
const whole = ({ waiting, used, list }: { waiting: Waiting[]; used: Used[]; list: FloorState['list'] }) =>
  settle({ floor: null, last: null, waiting, used, list });

test('a window that heard request by request shows the list of one that loaded it whole', () => {
  fc.assert(
    fc.property(parts, (all) => {
      const heard = all.waiting.reduce(
        (state, entry) =>
          foldFloor(state, { put: [entry], gone: [], floor: null, last: null, used: [], list: all.list }),
        whole({ ...all, waiting: [] })
      );
      expect(heard).toEqual(whole(all));
    })
  );
});

test('what a window hears twice changes nothing, and who is gone stays gone', () => {
  fc.assert(
    fc.property(parts, waiting, (all, more) => {
      const gone = all.waiting.slice(0, 3).map(({ turnId }) => turnId);
      const delta = { put: more, gone, floor: null, last: null, used: all.used };
      const once = foldFloor(whole(all), delta);
      expect(foldFloor(once, delta)).toEqual(once);
      expect(once.queue.filter(({ turnId }) => gone.includes(turnId))).toEqual([]);
    })
  );
});

test('everyone sees the time that the speaker is using now, over-time counted, added to their delegation and region', () => {
  const [senegal] = [act('SN')];
  const startedAt = '2026-11-22T10:00:00.000Z';
  const floor = {
    turnId: 't',
    act: senegal,
    kind: 'statement' as const,
    itemPosition: null,
    startedAt,
    limitSeconds: 60,
    intervention: 2
  };
  const before: Used = {
    key: 'country:SN',
    country: 'SN',
    organisation: null,
    personName: null,
    region: 'AFR',
    turns: 2,
    seconds: 100,
    over: 5
  };
  const now = usedNow({ floor, used: [before] }, Date.parse(startedAt) + 70_000);
  expect(now.delegations[0]).toMatchObject({ seconds: 170, over: 15, turns: 2 });
  expect(now.regions).toEqual([{ region: 'AFR', turns: 2, seconds: 170 }]);
});
