import { m } from '#lib/paraglide/messages.js';
import { nameOf, type Text } from '#lib/vocab/text.ts';

const categories: Record<string, Text> = {
  'off-topic': m.moderation_category_off_topic,
  insulting: m.moderation_category_insulting,
  'false-or-dangerous': m.moderation_category_false_or_dangerous,
  confidential: m.moderation_category_confidential,
  unauthorised: m.moderation_category_unauthorised,
  advertising: m.moderation_category_advertising,
  other: m.moderation_category_other
};

/** Why a post is hidden or flagged, in words: the codes of the closed list of moderation. */
export const categoryName = (code: string, locale?: string): string => nameOf(categories, code, locale);
