/** A name in the languages it exists in, keyed by language tag: `{ en: 'Ministry of Health', fr: 'Ministère de la Santé' }`. */
export type Names = Record<string, string>;

/** The name in `locale`, else English, French, or whatever there is. */
export function nameIn(names: Names, locale: string): string {
  return names[locale] ?? names.en ?? names.fr ?? Object.values(names)[0] ?? '';
}

/** The language that `nameIn` answers in, for the `lang` attribute. */
export function nameLang(names: Names, locale: string): string {
  return [locale, 'en', 'fr', ...Object.keys(names)].find((tag) => tag in names) ?? locale;
}
