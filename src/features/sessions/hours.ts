import { localOf } from '#lib/zone.ts';

/** From 22:00 to 6:00 people sleep; a meeting may still be then, but nobody shall find out afterwards. */
export const night = { begins: 22, ends: 6 } as const;

/** How much of a session falls into the night of a place. */
export type NightShare = 'none' | 'part' | 'all';

/** A country where people of a session sit, and what the session means there. */
export interface Hours {
  country: string;
  zone: string;
  /** Clocks elsewhere in the country show another hour. */
  several: boolean;
  night: NightShare;
}

const minute = 60_000;
const day = 24 * 60;

/** Minutes after midnight at which it begins by the clocks of a place. */
function beginsAt(startsAt: Date, zone: string): number {
  const [hours, minutes] = localOf(startsAt, zone).slice(11, 16).split(':').map(Number);
  return hours * 60 + minutes;
}

/** Of a session that lasts days, each day's hours are looked at: from the hour at which it begins to that at which it ends. */
function share(begins: number, startsAt: Date, endsAt: Date): NightShare {
  const length = Math.round((endsAt.getTime() - startsAt.getTime()) / minute) % day || day;
  const steps = Array.from({ length: Math.max(1, Math.ceil(length / 15)) }, (_, step) => begins + step * 15);
  const dark = steps.filter((at) => {
    const hour = Math.floor((at % day) / 60);
    return hour >= night.begins || hour < night.ends;
  }).length;
  return dark === 0 ? 'none' : dark === steps.length ? 'all' : 'part';
}

export const nightShare = (startsAt: Date, endsAt: Date, zone: string): NightShare =>
  share(beginsAt(startsAt, zone), startsAt, endsAt);

/**
 * For each full hour by which the session could be earlier or later (12 before to 11 after), in how many of the zones some of it would
 * be night. Clocks that change within that day are taken as they are at its hour.
 */
export function otherHours(
  startsAt: Date,
  endsAt: Date,
  zones: string[]
): { startsAt: Date; nights: number }[] {
  const begins = zones.map((zone) => beginsAt(startsAt, zone));
  return Array.from({ length: 24 }, (_, at) => at - 12).map((shift) => ({
    startsAt: new Date(startsAt.getTime() + shift * 60 * minute),
    nights: begins.filter((at) => share((at + (shift + 24) * 60) % day, startsAt, endsAt) !== 'none').length
  }));
}
