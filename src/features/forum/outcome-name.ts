import { m } from '#lib/paraglide/messages.js';
import { nameOf, type Text } from '#lib/vocab/text.ts';
import type { Outcome } from './purposes.ts';

// The same words as for a lesson: what came of it is one thing wherever it is said.
const outcomes: Record<Outcome, Text> = {
  worked: m.lessons_polarity_worked,
  partly: m.lessons_polarity_partly,
  did_not_work: m.lessons_polarity_did_not_work
};

export const outcomeName = (code: string, locale?: string): string => nameOf(outcomes, code, locale);
