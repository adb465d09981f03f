import { countryName } from '#lib/vocab/country-name.ts';
import { memberStates, others } from '#lib/vocab/countries.ts';

/** Every country of the record with its name in the reader's language, in that language's order, for a form. */
export const countryChoices = (locale: string): { code: string; name: string }[] =>
  [...memberStates, ...others]
    .map(({ alpha2 }) => ({ code: alpha2, name: countryName(alpha2, locale) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
