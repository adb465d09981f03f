import * as v from 'valibot';
import { expect, test } from 'vitest';
import { newSession, parseAgenda } from './inputs.ts';

const good = {
  forum: 'a-forum',
  title: 'Options',
  starts: '2026-12-01T14:00',
  ends: '2026-12-01T15:30',
  timezone: 'Africa/Dakar'
};
const reasons = (input: unknown) =>
  v.safeParse(newSession, input).issues?.map((issue) => [v.getDotPath(issue), issue.message]);

test('an organiser writes the agenda one item a line, with minutes and a paper if there are any', () => {
  expect(
    parseAgenda('8 | Opening\n\n 40|Experiences | https://example.org/a.pdf \nAny other business')
  ).toEqual([
    { minutes: 8, title: 'Opening', document: null },
    { minutes: 40, title: 'Experiences', document: 'https://example.org/a.pdf' },
    { minutes: 10, title: 'Any other business', document: null }
  ]);
});

test('an organiser is told what is wrong with which field', () => {
  expect(reasons({ ...good, ends: '2026-12-01T13:00' })).toEqual([['ends', 'ends-before-start']]);
  expect(reasons({ ...good, ends: '2027-12-01T13:00' })).toEqual([['ends', 'session-too-long']]);
  for (const starts of ['tomorrow', '2026-13-01T10:00', '2026-12-01T25:00', undefined])
    expect(reasons({ ...good, starts })?.[0]).toEqual(['starts', 'date-invalid']);
  expect(reasons({ ...good, timezone: 'Mars/Olympus' })).toEqual([['timezone', 'timezone-unknown']]);
  expect(reasons({ ...good, title: '   ' })).toEqual([['title', 'title-missing']]);
  expect(reasons({ ...good, agenda: '10 | A | javascript:alert(1)' })?.[0][1]).toBe('link-not-https');
  expect(reasons({ ...good, onlineLink: 'http://meet.example' })?.[0][1]).toBe('link-not-https');
  expect(reasons({ ...good, agenda: Array(41).fill('x').join('\n') })?.[0][1]).toBe('agenda-too-long');
  expect(reasons({ ...good, agenda: '9999 | x' })?.[0][1]).toBe('agenda-line');
});

test('an organiser gives local times and gets moments', () => {
  expect(v.parse(newSession, { ...good, timezone: 'Asia/Dhaka' }).startsAt.toISOString()).toBe(
    '2026-12-01T08:00:00.000Z'
  );
});
