/** The name of a language in the reader's: "French", "français", "الفرنسية". The tag itself when nobody knows it. */
const names = new Map<string, Intl.DisplayNames>();

export function languageIn(lang: string, locale: string): string {
  let known = names.get(locale);
  if (!known)
    names.set(locale, (known = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' })));
  return known.of(lang) ?? lang;
}

/** The languages that a text here may be said to be in: those of the six UN languages, then those of our readers. */
export const writtenLanguages = [
  'ar',
  'zh',
  'en',
  'fr',
  'ru',
  'es',
  'pt',
  'am',
  'bn',
  'de',
  'fa',
  'ha',
  'hi',
  'id',
  'it',
  'ja',
  'ko',
  'ms',
  'nl',
  'ps',
  'rw',
  'so',
  'sw',
  'th',
  'tr',
  'uk',
  'ur',
  'vi',
  'wo',
  'yo'
] as const;
