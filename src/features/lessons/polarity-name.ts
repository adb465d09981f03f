import { m } from '#lib/paraglide/messages.js';
import { nameOf, type Text } from '#lib/vocab/text.ts';
import type { Polarity } from './lessons.ts';

const polarities: Record<Polarity, Text> = {
  worked: m.lessons_polarity_worked,
  partly: m.lessons_polarity_partly,
  did_not_work: m.lessons_polarity_did_not_work
};

/** What came of it, in a word. Apart from the other names: a thread says it too, and needs no vocabulary for it. */
export const polarityName = (code: string): string => nameOf(polarities, code);
