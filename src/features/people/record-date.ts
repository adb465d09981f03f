/**
 * A date of the record in words. It may be as short as a month (`2026-03`), and then no day is made up.
 */
export function recordDateText(date: string, locale: string): string {
  const day = date.length > 7;
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    year: 'numeric',
    month: 'long',
    ...(day && { day: 'numeric' }),
    timeZone: 'UTC',
    numberingSystem: 'latn'
  }).format(new Date(day ? date : `${date}-01`));
}
