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

/** Of a session that lasts days, each day's hours are looked at: from the hour at which it begins to that at which it ends. */
export function nightShare(startsAt: Date, endsAt: Date, zone: string): NightShare {
  const [hours, minutes] = localOf(startsAt, zone).slice(11, 16).split(':').map(Number);
  const begins = hours * 60 + minutes;
  const whole = Math.round((endsAt.getTime() - startsAt.getTime()) / minute);
  const length = whole % day || day;
  const steps = Array.from({ length: Math.max(1, Math.ceil(length / 15)) }, (_, step) => begins + step * 15);
  const dark = steps.filter((at) => {
    const hour = Math.floor((at % day) / 60);
    return hour >= night.begins || hour < night.ends;
  }).length;
  return dark === 0 ? 'none' : dark === steps.length ? 'all' : 'part';
}
