/** A message of ours without parameters, in the reader's language unless one is named. */
export type Text = (inputs?: Record<string, never>, options?: { locale?: 'en' | 'fr' | 'ar' }) => string;

/** The name of `code` in the map, or the code itself. */
export function nameOf(names: Record<string, Text>, code: string, locale?: string): string {
  if (!Object.hasOwn(names, code)) return code;
  return names[code]({}, locale === undefined ? {} : { locale: locale as 'en' });
}
