import * as v from 'valibot';
import { expect, test } from 'vitest';
import { newStatement } from './inputs.ts';

test('nobody posts nothing, a megabyte, or bytes that are not text', () => {
  const post = (body: string) =>
    v.safeParse(newStatement, { session: crypto.randomUUID(), id: crypto.randomUUID(), body }).issues?.[0]
      .message;
  expect(post('  ')).toBe('empty');
  expect(post('x'.repeat(1_000_000))).toBe('too-long');
  expect(post('a\u0000b')).toBe('not-text');
  expect(post('A statement.')).toBeUndefined();
});
