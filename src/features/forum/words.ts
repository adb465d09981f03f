/** The name of a language in the reader's: "French", "français", "الفرنسية". The tag itself when nobody knows it. */
const names = new Map<string, Intl.DisplayNames>();

export function languageIn(lang: string, locale: string): string {
  let known = names.get(locale);
  if (!known)
    names.set(locale, (known = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' })));
  return known.of(lang) ?? lang;
}
