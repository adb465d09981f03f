import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

const reversed = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(reversed)
    : value && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, each]) => [key, reversed(each)])
        )
      : value;

test('an archivist gets the same bytes in whatever order the keys came', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain = JSON.parse(JSON.stringify(value)) as unknown;
      expect(canonicalJson(reversed(plain))).toBe(canonicalJson(plain));
      expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
    })
  );
});

test('what is not JSON is refused, not guessed', () => {
  expect(() => canonicalJson({ at: new Date() })).toThrow(TypeError);
  expect(() => canonicalJson({ at: undefined })).toThrow(TypeError);
  expect(() => canonicalJson(NaN)).toThrow(TypeError);
});
