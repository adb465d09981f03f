/** `day`: 12 March 2026. `time`: 14:00. `moment`: both. Always said with its place, see `placeOf`. */
export type MomentMode = 'moment' | 'day' | 'time' | 'short';

const forms: Record<MomentMode, Intl.DateTimeFormatOptions> = {
  moment: {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23'
  },
  short: { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
};

const made = new Map<string, Intl.DateTimeFormat>();

/** A moment in the reader's language and zone. Making a formatter costs more than using it, so they are kept. */
export function formatMoment(
  at: Date,
  locale: string,
  timezone: string,
  mode: MomentMode = 'moment'
): string {
  const key = `${locale} ${timezone} ${mode}`;
  let format = made.get(key);
  // British English: the day before the month, as the rest of the world writes it.
  if (!format)
    made.set(
      key,
      (format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
        ...forms[mode],
        timeZone: timezone,
        numberingSystem: 'latn'
      }))
    );
  return format.format(at);
}

/** What people call a zone: its city. `Africa/Dakar` is Dakar; UTC is UTC. */
export const placeOf = (timezone: string): string =>
  (timezone.split('/').pop() ?? timezone).replaceAll('_', ' ');
