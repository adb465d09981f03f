import { expect, test } from 'vitest';
import { localPath } from './local-path.ts';

test('a reader is sent back to where they were', () => {
  expect(localPath('/threads/1?post=2#post-2')).toBe('/threads/1?post=2#post-2');
});

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/a\nb',
  '',
  null
])('a reader is never sent elsewhere by %j', (to) => {
  expect(localPath(to)).toBe('/');
});
