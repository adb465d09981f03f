import { expect, test } from 'vitest';
import { matchKeys, shortcuts, signOf } from './shortcuts.ts';

test('one key, or two in a row, come to one shortcut; a stray one to none', () => {
  expect(matchKeys(['j'])).toEqual({ id: 'next' });
  expect(matchKeys(['g'])).toBe('begun');
  expect(matchKeys(['g', 'f'])).toEqual({ id: 'forums' });
  expect(matchKeys(['g', 'x'])).toBeNull();
  expect(matchKeys(['x'])).toBeNull();
});

test('someone with an Arabic or Russian keyboard presses the key where the letter stands', () => {
  expect(signOf({ key: 'ت', code: 'KeyJ' })).toBe('j');
  expect(signOf({ key: 'о', code: 'KeyJ' })).toBe('j');
  expect(signOf({ key: 'J', code: 'KeyJ' })).toBe('j');
  expect(signOf({ key: '?', code: 'Comma' })).toBe('?');
  expect(signOf({ key: 'ArrowDown', code: 'ArrowDown' })).toBeNull();
  expect(signOf({ key: 'Dead', code: 'KeyJ' })).toBeNull();
});

test('no shortcut is the beginning of another, and none is there twice', () => {
  const all = shortcuts.map(({ keys }) => keys.join(' '));
  expect(new Set(all).size).toBe(all.length);
  for (const { keys, id } of shortcuts)
    for (let length = 1; length < keys.length; length++)
      expect(matchKeys(keys.slice(0, length)), id).toBe('begun');
});
