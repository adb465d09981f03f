import { m } from '#lib/paraglide/messages.js';

type Text = (inputs: Record<string, never>, options: { locale: 'en' | 'fr' | 'ar' }) => string;

/** The sentence for a reason, in the reader's language. A reason without a sentence is a fault of ours: a test looks. */
export function refusalText(reason: string, locale: string): string {
  const key = `refusal_${reason.replaceAll('-', '_')}`;
  const text =
    (m as unknown as Record<string, Text>)[key] ?? (m as unknown as Record<string, Text>).refusal_invalid;
  return text({}, { locale: locale as 'en' });
}
