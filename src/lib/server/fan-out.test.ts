import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fanOut, restOf } from './fan-out.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const house = (sockets: number) => {
  const heard: unknown[] = [];
  return {
    heard,
    tell: fanOut(
      (room, name, payload) => heard.push([room, name, payload]),
      () => sockets
    )
  };
};

test('the few people of a small room hear each fact at once', () => {
  const { heard, tell } = house(40);
  for (const seq of [1, 2, 3]) tell('thread:1', 'reply.posted', { seq });
  expect(heard).toHaveLength(3);
});

test('two thousand people hear the first fact at once, and those that follow soon in one frame, in their order', () => {
  const { heard, tell } = house(2000);
  for (const seq of [1, 2, 3]) tell('session:1', 'session.changed', { seq });
  expect(heard).toEqual([['session:1', 'session.changed', { seq: 1 }]]);
  vi.advanceTimersByTime(restOf(2000));
  expect(heard.slice(1)).toEqual([
    [
      'session:1',
      'room.batch',
      {
        room: 'session:1',
        facts: [
          ['session.changed', { seq: 2 }],
          ['session.changed', { seq: 3 }]
        ]
      }
    ]
  ]);
});

test('nobody waits longer than the rest, and a room that is quiet again is told at once', () => {
  const { heard, tell } = house(100_000);
  tell('session:1', 'session.changed', { seq: 1 });
  vi.advanceTimersByTime(60);
  tell('session:1', 'session.changed', { seq: 2 });
  vi.advanceTimersByTime(60);
  expect(heard).toHaveLength(2);
  vi.advanceTimersByTime(500);
  tell('session:1', 'session.changed', { seq: 3 });
  expect(heard.at(-1)).toEqual(['session:1', 'session.changed', { seq: 3 }]);
});

test('a busy room holds up no other', () => {
  const { heard, tell } = house(2000);
  for (const seq of [1, 2]) tell('session:1', 'session.changed', { seq });
  tell('thread:1', 'reply.posted', { seq: 1 });
  expect(heard.at(-1)).toEqual(['thread:1', 'reply.posted', { seq: 1 }]);
});
