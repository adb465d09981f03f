import { expect, test } from 'vitest';
import { mostTargets, targetsIn } from './links.ts';

const origin = 'https://palabre.example';
const id = '019a0000-0000-7000-8000-000000000001';

test('a writer points at a thread, a post of it, an organisation, a person and a delegation', () => {
  const text = `See [#Fees](/threads/${id}?post=3#post-3), [@Ministry](/organisations/moh-sn),
    [@Awa](${origin}/people/${id}) and [@Sénégal](/countries/sn). Also /briefs/${id}`;
  expect(targetsIn(text, origin)).toEqual([
    { kind: 'thread', id, post: 3 },
    { kind: 'organisation', id: 'moh-sn', post: null },
    { kind: 'person', id, post: null },
    { kind: 'country', id: 'SN', post: null },
    { kind: 'brief', id, post: null }
  ]);
});

test('what is quoted, code, on another host or a form points at nothing', () => {
  expect(
    targetsIn(
      `> [@Ministry](/organisations/moh-sn)\n\`[x](/threads/${id})\` https://other.example/threads/${id} [n](/threads/new)`,
      origin
    )
  ).toEqual([]);
});

test('the same target twice is one, and a list without end is cut', () => {
  expect(targetsIn(`[a](/lessons/${id}) [b](/lessons/${id})`, origin)).toHaveLength(1);
  const many = Array.from({ length: 200 }, (_, at) => `[x](/organisations/o-${at})`).join(' ');
  expect(targetsIn(many, origin)).toHaveLength(mostTargets);
});
