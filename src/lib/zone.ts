/** Local times of a place and moments in UTC, by the time zone data that browser and server already have. */

export function isTimezone(name: string): boolean {
  try {
    // Offsets such as +01:00 are accepted by Intl too, but a session needs a place's rules, not a number.
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

/** Milliseconds that the zone's clocks are ahead of UTC at a moment. */
function offsetAt(moment: number, timezone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric'
  }).formatToParts(moment);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) -
    Math.floor(moment / 1000) * 1000
  );
}

/**
 * The moment at which clocks in `timezone` show `local` (`2026-03-12T14:00`). In the hour that a change of clocks
 * skips, the time is moved on by the change; in the hour that comes twice, it is the first one.
 */
export function utcOf(local: string, timezone: string): Date {
  const asIfUtc = Date.parse(`${local}Z`);
  const before = offsetAt(asIfUtc - 86_400_000, timezone);
  const after = offsetAt(asIfUtc + 86_400_000, timezone);
  for (const offset of [Math.max(before, after), Math.min(before, after)]) {
    const moment = asIfUtc - offset;
    if (offsetAt(moment, timezone) === offset) return new Date(moment);
  }
  return new Date(asIfUtc - before);
}

/** What the clocks of a place show at a moment, for a browser's date field: `2026-03-12T14:00`. */
export const localOf = (moment: Date, timezone: string): string =>
  new Date(moment.getTime() + offsetAt(moment.getTime(), timezone)).toISOString().slice(0, 16);
