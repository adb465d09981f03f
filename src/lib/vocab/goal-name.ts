/** Names of the seventeen Sustainable Development Goals, apart from labels.ts so that pages which show none do not send them. */
import { m } from '#lib/paraglide/messages.js';
import { nameOf, type Text } from './text.ts';

const goals: Record<string, Text> = {
  1: m.vocab_sdg_1,
  2: m.vocab_sdg_2,
  3: m.vocab_sdg_3,
  4: m.vocab_sdg_4,
  5: m.vocab_sdg_5,
  6: m.vocab_sdg_6,
  7: m.vocab_sdg_7,
  8: m.vocab_sdg_8,
  9: m.vocab_sdg_9,
  10: m.vocab_sdg_10,
  11: m.vocab_sdg_11,
  12: m.vocab_sdg_12,
  13: m.vocab_sdg_13,
  14: m.vocab_sdg_14,
  15: m.vocab_sdg_15,
  16: m.vocab_sdg_16,
  17: m.vocab_sdg_17
};

/** `code` is the goal's number, 1 to 17. */
export const goalName = (code: string, locale?: string): string => `${code}. ${nameOf(goals, code, locale)}`;
