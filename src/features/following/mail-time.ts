/**
 * When mails go, in the reader's zone. Clocks are set forward and back, zones change their rules: an hour of the day is
 * looked up for each day anew, never counted on from the last one.
 */

interface Wall {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  /** 1 is Monday. */
  weekday: number;
}

const minute = 60_000;
const day = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What a clock on the wall shows in `zone`. */
export function wallAt(at: Date, zone: string): Wall {
  let format = formats.get(zone);
  if (!format)
    formats.set(
      zone,
      (format = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric'
      }))
    );
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year, month, day, hour, minute } = parts as unknown as Omit<Wall, 'weekday'>;
  return {
    year,
    month,
    day,
    hour,
    minute,
    weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7
  };
}

/**
 * The first moment of that calendar day (counted in `offset` days from the one of `from`) at which the clock in `zone`
 * shows `hour`:00 or, where that hour is left out in spring, the first moment after the gap. Of two in autumn the first.
 */
function hourOfDay(from: Wall, offset: number, hour: number, zone: string): Date {
  const wanted = Date.UTC(from.year, from.month - 1, from.day + offset, hour);
  const shows = (at: number) => {
    const wall = wallAt(new Date(at), zone);
    return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute);
  };
  // No zone is further than 14 h ahead of UTC: from there on the clock shows less than what is wanted. Whole quarters
  // of an hour are where clocks change and where zones differ.
  const before = (at: number) => shows(at) - at;
  const candidates = [before(wanted - day), before(wanted), before(wanted + day)].map(
    (ahead) => wanted - ahead
  );
  const exact = candidates.filter((at) => shows(at) === wanted);
  if (exact.length > 0) return new Date(Math.min(...exact));
  // Left out: the moment at which the clock jumps over it.
  let at = Math.min(...candidates) - 2 * 60 * minute;
  while (shows(at) < wanted) at += 15 * minute;
  return new Date(at);
}

/** The first digest strictly after `after`: every day at `hour`, or that day of the week (1 is Monday) only. */
export function nextDigest(after: Date, zone: string, hour: number, weekday: number | null = null): Date {
  const today = wallAt(after, zone);
  for (let offset = 0; offset < 9; offset++) {
    const then = ((today.weekday - 1 + offset) % 7) + 1;
    if (weekday !== null && then !== weekday) continue;
    const at = hourOfDay(today, offset, hour, zone);
    if (at > after) return at;
  }
  throw new RangeError(`no ${hour} o'clock in ${zone}`);
}

/** When a mail may go that is due at `at`: at once, or at the end of the quiet hours (from `from` to `until`, over midnight too). */
export function afterQuiet(at: Date, zone: string, from: number | null, until: number | null): Date {
  if (from === null || until === null || from === until) return at;
  const { hour } = wallAt(at, zone);
  const quiet = from < until ? hour >= from && hour < until : hour >= from || hour < until;
  return quiet ? nextDigest(at, zone, until) : at;
}

export const rhythms = ['immediate', 'daily', 'weekly', 'none'] as const;
export type Rhythm = (typeof rhythms)[number];

export interface MailChoices {
  rhythm: Rhythm;
  hour: number;
  weekday: number;
  quietFrom: number | null;
  quietUntil: number | null;
}
/** Who chose nothing: one mail a day, at eight. */
export const usual: MailChoices = { rhythm: 'daily', hour: 8, weekday: 1, quietFrom: null, quietUntil: null };

/** When a mail should tell of what happened at `at`; null: none should. */
export function mailDue(at: Date, zone: string, choices: MailChoices): Date | null {
  const { rhythm, hour, weekday, quietFrom, quietUntil } = choices;
  if (rhythm === 'none') return null;
  if (rhythm === 'immediate') return afterQuiet(at, zone, quietFrom, quietUntil);
  return nextDigest(at, zone, hour, rhythm === 'weekly' ? weekday : null);
}
