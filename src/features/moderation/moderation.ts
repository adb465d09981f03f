import * as v from 'valibot';
import { isText } from '#lib/plain-text.ts';

/** Why something is flagged or hidden: a closed list, so that the log of a space can count. */
export const categories = [
  'off-topic',
  'insulting',
  'false-or-dangerous',
  'confidential',
  'unauthorised',
  'advertising',
  'other'
] as const;
export type Category = (typeof categories)[number];

export const actKinds = [
  'hidden',
  'restored',
  'upheld',
  'dismissed',
  'approved',
  'returned',
  'slowed',
  'suspended',
  'lifted',
  'locked',
  'unlocked'
] as const;
export type ActKind = (typeof actKinds)[number];
/** The acts that someone may ask to have looked at again. */
export const appealable: readonly ActKind[] = ['hidden', 'suspended', 'locked'];

export const roles = ['moderator', 'administrator'] as const;
export type Role = (typeof roles)[number];
export const outcomes = ['upheld', 'overturned'] as const;
export type Outcome = (typeof outcomes)[number];

export const events = {
  flagged: 'post.flagged',
  dismissed: 'flag.dismissed',
  hidden: 'post.hidden',
  restored: 'post.restored',
  approved: 'post.approved',
  returned: 'post.returned',
  slowed: 'thread.slowed',
  rulesSet: 'space.rules-set',
  locked: 'thread.locked',
  suspended: 'person.suspended',
  lifted: 'suspension.lifted',
  appealed: 'act.appealed',
  decided: 'appeal.decided'
} as const;

/** What travels with each of these events: ids only. `actId` opens /moderation/acts/ID. */
export interface ModerationEvent {
  actId: string | null;
  spaceId: string | null;
  threadId: string | null;
  postId: string | null;
  /** Whose post or standing it is about. */
  subjectId: string | null;
}

export const limits = { wordsLength: 1000, flagsPerHour: 20, longestDays: 365, longestPace: 86_400 } as const;

const id = v.pipe(v.string(), v.uuid());
const words = v.pipe(
  v.string(),
  v.transform((text) => text.replace(/\r\n?/g, '\n').trim()),
  v.maxLength(limits.wordsLength, 'too-long'),
  v.check(isText, 'not-text')
);
const someWords = v.nullish(words, null);
const reason = v.optional(v.pipe(words, v.nonEmpty('reason-missing')), '');
const whole = (least: number, most: number) =>
  v.pipe(
    v.union([v.number(), v.string()]),
    v.transform(Number),
    v.integer('number'),
    v.minValue(least, 'number'),
    v.maxValue(most, 'number')
  );
const category = v.picklist(categories, 'category-missing');

export const newFlag = v.object({ threadId: id, id, category, words: someWords });
export const hiding = v.object({ threadId: id, id, category, reason });
export const restoring = v.object({ threadId: id, id, reason });
export const dismissal = restoring;
export const suspension = v.object({
  personId: id,
  spaceId: v.nullish(id, null),
  days: whole(1, limits.longestDays),
  category,
  reason
});
export const lifting = v.object({ personId: id, spaceId: v.nullish(id, null), reason });
export const locking = v.object({ threadId: id, reason });
export const pace = v.object({ threadId: id, seconds: whole(0, limits.longestPace), reason });
export const spaceRulesInput = v.object({
  spaceId: id,
  firstPosts: whole(0, 10),
  paceSeconds: whole(0, limits.longestPace)
});
/** First posts: a decision is about the very text that its maker read. */
export const approval = v.object({ id, revision: whole(0, 1_000_000) });
export const decline = v.object({ id, revision: whole(0, 1_000_000), reason });
export const newAppeal = v.object({
  actId: id,
  words: v.optional(v.pipe(words, v.nonEmpty('text-missing')), '')
});
/** By the mailed link, of who cannot sign in: the link knows the act. */
export const appealWords = v.omit(newAppeal, ['actId']);
export const appealDecision = v.object({ actId: id, outcome: v.picklist(outcomes), answer: reason });
