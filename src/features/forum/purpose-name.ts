import { m } from '#lib/paraglide/messages.js';
import { nameOf, type Text } from '#lib/vocab/text.ts';
import type { Purpose } from './purposes.ts';

const names: Record<Purpose, Text> = {
  discussion: m.forum_purpose_discussion,
  question: m.forum_purpose_question,
  call: m.forum_purpose_call,
  announcement: m.forum_purpose_announcement,
  support: m.forum_purpose_support
};

export const purposeName = (code: string): string => nameOf(names, code);
