/**
 * Names of countries come from Intl (CLDR), not from a list of ours. Where CLDR's everyday name departs from the
 * nomenclature of the United Nations, which our readers must use, a message of ours takes its place.
 */
import { m } from '#lib/paraglide/messages.js';
import type { Text } from './text.ts';

const nomenclature: Record<string, Text> = {
  CD: m.vocab_country_cd,
  CG: m.vocab_country_cg,
  CV: m.vocab_country_cv,
  IR: m.vocab_country_ir,
  KP: m.vocab_country_kp,
  KR: m.vocab_country_kr,
  LA: m.vocab_country_la,
  MM: m.vocab_country_mm,
  PS: m.vocab_country_ps,
  RU: m.vocab_country_ru,
  SY: m.vocab_country_sy,
  TR: m.vocab_country_tr,
  VA: m.vocab_country_va,
  VN: m.vocab_country_vn
};

const namesIn = new Map<string, Intl.DisplayNames>();

/** `code` is ISO 3166-1 alpha-2; what is not one is shown as it is. */
export function countryName(code: string, locale: string): string {
  if (Object.hasOwn(nomenclature, code)) return nomenclature[code]({}, { locale: locale as 'en' });
  if (!/^[A-Z]{2}$/.test(code)) return code;
  let names = namesIn.get(locale);
  if (!names) namesIn.set(locale, (names = new Intl.DisplayNames([locale], { type: 'region' })));
  return names.of(code) ?? code;
}
