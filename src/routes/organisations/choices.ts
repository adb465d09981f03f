/** What the forms of people, organisations and countries offer to choose from, in the reader's language. */
import { memberStates, others } from '#lib/vocab/countries.ts';
import { countryName } from '#lib/vocab/labels.ts';

export interface Choice {
  code: string;
  name: string;
}

const kept = new Map<string, Choice[]>();

/** Every country of the record, in the order of the reader's alphabet. */
export function countryChoices(locale: string): Choice[] {
  let choices = kept.get(locale);
  if (!choices) {
    const order = new Intl.Collator(locale);
    choices = [...memberStates, ...others]
      .map(({ alpha2 }) => ({ code: alpha2, name: countryName(alpha2, locale) }))
      .sort((a, b) => order.compare(a.name, b.name));
    kept.set(locale, choices);
  }
  return choices;
}
