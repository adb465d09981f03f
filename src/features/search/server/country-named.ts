import { memberStates, others } from '#lib/vocab/countries.ts';
import { countryName } from '#lib/vocab/country-name.ts';
import { folded } from '../operators.ts';

const languages = ['en', 'fr', 'ar', 'es', 'ru', 'zh', 'pt'];
let codes: Map<string, string> | undefined;

/** The code of a country by its code or its name in one of our languages, without accents or case. */
export function countryNamed(text: string): string | undefined {
  if (!codes) {
    codes = new Map();
    for (const { alpha2, alpha3 } of [...others, ...memberStates])
      for (const name of [alpha2, alpha3, ...languages.flatMap((tag) => names(alpha2, tag))])
        codes.set(folded(name), alpha2);
  }
  const plain = folded(text);
  if (/^[a-z]{2}$/.test(plain)) return plain.toUpperCase();
  return codes.get(plain);
}

const regionNames = new Map<string, Intl.DisplayNames>();
function names(code: string, tag: string): string[] {
  let known = regionNames.get(tag);
  if (!known) regionNames.set(tag, (known = new Intl.DisplayNames([tag], { type: 'region' })));
  return [known.of(code) ?? code, ...(/^(en|fr|ar)$/.test(tag) ? [countryName(code, tag)] : [])];
}
