import { m } from '#lib/paraglide/messages.js';
import type { RefusalDetails } from '#lib/refusal.ts';

type Text = (inputs: Record<string, string>, options: { locale: 'en' | 'fr' | 'ar' }) => string;

/** The sentence for a reason, in the reader's language. A reason without a sentence is a fault of ours: a test looks. */
export function refusalText(reason: string, locale: string, details: RefusalDetails = {}): string {
  const key = `refusal_${reason.replaceAll('-', '_')}`;
  const text =
    (m as unknown as Record<string, Text>)[key] ?? (m as unknown as Record<string, Text>).refusal_invalid;
  return text(inWords(details, locale), { locale: locale as 'en' });
}

function inWords({ every, left, until }: RefusalDetails, locale: string): Record<string, string> {
  return {
    ...(every === undefined ? {} : { every: lengthOfTime(every, locale) }),
    ...(left === undefined ? {} : { left: lengthOfTime(left, locale) }),
    // Said in UTC: where the reader is stands in no refusal.
    ...(until === undefined
      ? {}
      : {
          until: new Intl.DateTimeFormat(locale, {
            dateStyle: 'long',
            timeStyle: 'short',
            timeZone: 'UTC'
          }).format(until)
        })
  };
}

/** "1 minute, 20 seconds": hours, minutes and seconds, without the parts that are nought. */
function lengthOfTime(seconds: number, locale: string): string {
  const parts = [
    { unit: 'hour', value: Math.floor(seconds / 3600) },
    { unit: 'minute', value: Math.floor(seconds / 60) % 60 },
    { unit: 'second', value: Math.ceil(seconds) % 60 }
  ].filter(({ value }) => value > 0);
  return new Intl.ListFormat(locale, { type: 'unit' }).format(
    parts.map(({ unit, value }) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
    )
  );
}
