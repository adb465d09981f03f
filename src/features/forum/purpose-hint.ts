/** What each purpose means to whoever starts a thread; apart from the names, which every page of a thread says. */
import { m } from '#lib/paraglide/messages.js';
import { nameOf, type Text } from '#lib/vocab/text.ts';
import type { Purpose } from './purposes.ts';

const hints: Record<Purpose, Text> = {
  discussion: m.forum_purpose_discussion_hint,
  question: m.forum_purpose_question_hint,
  call: m.forum_purpose_call_hint,
  announcement: m.forum_purpose_announcement_hint,
  support: m.forum_purpose_support_hint
};

export const purposeHint = (code: string): string => nameOf(hints, code);
