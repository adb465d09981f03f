import { expect, test } from 'vitest';
import { guest } from '#features/people/people.ts';
import { addressIn, calendarOf } from './read-calendar.ts';
import { readSession } from './read-session.ts';
import { aSession } from './test-world.ts';

/** The lines of a calendar file, unfolded as RFC 5545 section 3.1 says. */
const linesOf = (file: string) =>
  file
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean);

test('a delegate puts the session into their calendar', async () => {
  const { id } = await aSession({
    title: 'Achats groupés : été, « bilan »; suite',
    place: 'Dakar, salle 2',
    startsAt: new Date('2026-12-01T14:00:00Z'),
    endsAt: new Date('2026-12-01T15:30:00Z')
  });
  const { session } = await readSession(guest, id);
  const file = calendarOf(session, {
    url: `https://palabre.example/sessions/${id}`,
    forum: 'A forum',
    organiser: 'Ministry of Health',
    from: 'no-reply@palabre.example',
    now: new Date('2026-11-22T10:00:00Z')
  });
  const lines = linesOf(file);
  expect(lines[0]).toBe('BEGIN:VCALENDAR');
  expect(lines.at(-1)).toBe('END:VCALENDAR');
  const entry = Object.fromEntries(
    lines.map((line) => [line.split(/[:;]/)[0], line.slice(line.indexOf(':') + 1)])
  );
  expect(entry).toMatchObject({
    VERSION: '2.0',
    UID: `${id}@palabre`,
    SEQUENCE: '0',
    DTSTAMP: '20261122T100000Z',
    DTSTART: '20261201T140000Z',
    DTEND: '20261201T153000Z',
    SUMMARY: 'Achats groupés : été\\, « bilan »\\; suite',
    LOCATION: 'Dakar\\, salle 2',
    ORGANIZER: 'mailto:no-reply@palabre.example'
  });
  expect(lines).toContain(`URL;VALUE=URI:https://palabre.example/sessions/${id}`);
  expect(lines).toContain('ORGANIZER;CN="Ministry of Health":mailto:no-reply@palabre.example');
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(76);
});

test('the sender of our mails is told apart from its name', () => {
  expect(addressIn('Palabre <no-reply@palabre.example>')).toBe('no-reply@palabre.example');
  expect(addressIn('no-reply@palabre.example')).toBe('no-reply@palabre.example');
});
