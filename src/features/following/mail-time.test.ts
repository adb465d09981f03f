import { expect, test } from 'vitest';
import { afterQuiet, mailDue, nextDigest, usual, wallAt } from './mail-time.ts';

const at = (iso: string) => new Date(iso);
const next = (after: string, zone: string, hour: number, weekday: number | null = null) =>
  nextDigest(at(after), zone, hour, weekday).toISOString();

test('a person in Dakar gets the digest at eight of every day, summer and winter', () => {
  expect(next('2026-07-01T07:59:00Z', 'Africa/Dakar', 8)).toBe('2026-07-01T08:00:00.000Z');
  expect(next('2026-07-01T08:00:00Z', 'Africa/Dakar', 8)).toBe('2026-07-02T08:00:00.000Z');
  expect(next('2026-12-31T23:00:00Z', 'Africa/Dakar', 8)).toBe('2027-01-01T08:00:00.000Z');
});

test('a person in Paris gets it at eight by their clock, on the day before and after it is changed', () => {
  expect(next('2026-03-28T00:00:00Z', 'Europe/Paris', 8)).toBe('2026-03-28T07:00:00.000Z');
  expect(next('2026-03-28T12:00:00Z', 'Europe/Paris', 8)).toBe('2026-03-29T06:00:00.000Z');
  expect(next('2026-10-24T12:00:00Z', 'Europe/Paris', 8)).toBe('2026-10-25T07:00:00.000Z');
});

test('an hour that spring leaves out is the moment after the gap; of two in autumn the first, and only that one', () => {
  expect(next('2026-03-28T12:00:00Z', 'Europe/Paris', 2)).toBe('2026-03-29T01:00:00.000Z');
  expect(next('2026-10-24T12:00:00Z', 'Europe/Paris', 2)).toBe('2026-10-25T00:00:00.000Z');
  // The clock shows two a second time an hour later: that is the same day's two, told already.
  expect(next('2026-10-25T00:00:00Z', 'Europe/Paris', 2)).toBe('2026-10-26T01:00:00.000Z');
});

test('a person in São Paulo, where the clock once jumped over midnight itself, lost no digest by it', () => {
  // On 4 November 2018 there was no 00:00: after 23:59 came 01:00.
  expect(next('2018-11-03T12:00:00Z', 'America/Sao_Paulo', 0)).toBe('2018-11-04T03:00:00.000Z');
  expect(next('2018-11-04T03:00:00Z', 'America/Sao_Paulo', 0)).toBe('2018-11-05T02:00:00.000Z');
  expect(next('2026-07-01T12:00:00Z', 'America/Sao_Paulo', 8)).toBe('2026-07-02T11:00:00.000Z');
});

test('zones that differ by a quarter of an hour, or a day, are kept to', () => {
  expect(next('2026-07-01T00:00:00Z', 'Asia/Kathmandu', 8)).toBe('2026-07-01T02:15:00.000Z');
  expect(next('2026-07-01T00:00:00Z', 'Pacific/Kiritimati', 8)).toBe('2026-07-01T18:00:00.000Z');
  expect(next('2026-07-01T00:00:00Z', 'Pacific/Pago_Pago', 8)).toBe('2026-07-01T19:00:00.000Z');
});

test('a weekly digest comes on its day, this week or the next', () => {
  expect(next('2026-11-25T10:00:00Z', 'Africa/Dakar', 8, 1)).toBe('2026-11-30T08:00:00.000Z');
  expect(next('2026-11-30T08:00:00Z', 'Africa/Dakar', 8, 1)).toBe('2026-12-07T08:00:00.000Z');
  expect(next('2026-11-30T07:00:00Z', 'Africa/Dakar', 8, 1)).toBe('2026-11-30T08:00:00.000Z');
});

test('for three years every daily digest in every kind of zone shows its hour, once a calendar day', () => {
  for (const zone of [
    'Europe/Paris',
    'Africa/Dakar',
    'America/Sao_Paulo',
    'Africa/Casablanca',
    'Australia/Lord_Howe'
  ]) {
    let moment = at('2025-01-01T12:00:00Z');
    for (let day = 0; day < 1095; day++) {
      const following = nextDigest(moment, zone, 7);
      const { hour, minute } = wallAt(following, zone);
      expect(`${zone} ${hour}:${minute}`).toBe(`${zone} 7:0`);
      if (day > 0)
        expect(Math.abs(following.getTime() - moment.getTime() - 86_400_000)).toBeLessThanOrEqual(3_600_000);
      moment = following;
    }
  }
});

test('in quiet hours a mail waits for their end by the person’s own clock, over midnight too', () => {
  const quiet = (when: string) => afterQuiet(at(when), 'Europe/Paris', 20, 7).toISOString();
  expect(quiet('2026-07-01T19:00:00Z')).toBe('2026-07-02T05:00:00.000Z');
  expect(quiet('2026-07-01T23:30:00Z')).toBe('2026-07-02T05:00:00.000Z');
  expect(quiet('2026-07-01T05:00:00Z')).toBe('2026-07-01T05:00:00.000Z');
  expect(quiet('2026-07-01T12:00:00Z')).toBe('2026-07-01T12:00:00.000Z');
  expect(afterQuiet(at('2026-07-01T12:30:00Z'), 'UTC', 12, 14).toISOString()).toBe(
    '2026-07-01T14:00:00.000Z'
  );
});

test('who chose nothing gets one mail a day, who wants none gets none', () => {
  expect(mailDue(at('2026-07-01T12:00:00Z'), 'UTC', usual)?.toISOString()).toBe('2026-07-02T08:00:00.000Z');
  expect(mailDue(at('2026-07-01T12:00:00Z'), 'UTC', { ...usual, rhythm: 'none' })).toBeNull();
  expect(mailDue(at('2026-07-01T12:00:00Z'), 'UTC', { ...usual, rhythm: 'immediate' })).toEqual(
    at('2026-07-01T12:00:00Z')
  );
});
