import { m } from '#lib/paraglide/messages.js';
import { nameOf, type Text } from '#lib/vocab/text.ts';
import type { SupportLevel } from './purposes.ts';

const levels: Record<SupportLevel, Text> = {
  country: m.vocab_level_country,
  regional: m.vocab_level_regional,
  headquarters: m.vocab_level_headquarters
};
export const levelName = (code: string): string => nameOf(levels, code);

/** How long from one moment to another, in the largest unit that says it: "3 days", "5 heures". */
export function durationIn(from: string, to: string, locale: string): string {
  const minutes = Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / 60_000));
  const [value, unit] =
    minutes >= 2880
      ? [Math.round(minutes / 1440), 'day']
      : minutes >= 120
        ? [Math.round(minutes / 60), 'hour']
        : [minutes, 'minute'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}
