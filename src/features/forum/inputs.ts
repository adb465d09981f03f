/**
 * What forms, sockets and commands may ask of a thread: one schema each. Apart from forum.ts, so that a page which only
 * shows a thread does not carry them.
 */
import * as v from 'valibot';
import { capacityField, emailField } from '#features/people/people.ts';
import { regions } from '#lib/vocab/codes.ts';
import { isText } from '#lib/plain-text.ts';
import { limits as fileLimits } from '#features/files/files.ts';
import { limits } from './forum.ts';
import { movingLimits } from './moving.ts';
import { limits as purposeLimits, outcomes, purposes, supportKinds, supportLevels } from './purposes.ts';

const normal = v.transform((text: string) => text.replace(/\r\n?/g, '\n'));
const visible = (text: string) => /[^\s\p{C}\p{Z}]/u.test(text);

const title = v.optional(
  v.pipe(
    v.string(),
    v.trim(),
    v.check(visible, 'title-missing'),
    v.maxLength(limits.titleLength, 'too-long'),
    v.regex(/^[^\n\r\t]*$/, 'not-text'),
    v.check(isText, 'not-text')
  ),
  ''
);
const body = v.optional(
  v.pipe(
    v.string(),
    normal,
    v.maxLength(limits.bodyLength, 'text-too-long'),
    v.check(visible, 'text-missing'),
    v.check(isText, 'not-text')
  ),
  ''
);
const reason = v.nullish(
  v.pipe(
    v.string(),
    normal,
    v.trim(),
    v.maxLength(limits.reasonLength, 'too-long'),
    v.check(isText, 'not-text')
  ),
  null
);
const id = v.pipe(v.string(), v.uuid());
/** The language as its author says; without it the text's own letters say. */
const lang = v.optional(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/)));
const attachments = v.optional(
  v.pipe(
    v.array(id),
    v.transform((ids) => [...new Set(ids)]),
    v.maxLength(fileLimits.perPost, 'too-many-files')
  )
);
const wholeNumber = v.pipe(
  v.union([v.number(), v.string()]),
  v.transform(Number),
  v.integer(),
  v.minValue(0)
);
/** What stands under every text that one writes. `draft`: the revision that goes when this is posted (see drafts). */
const written = {
  lang,
  attachments,
  draft: v.optional(wholeNumber),
  // A plain form sends the name of a chosen file, and not the file: it was not sent yet.
  file: v.optional(
    v.pipe(
      v.string(),
      v.check(() => false, 'file-not-sent')
    )
  )
};

const line = (length: number) =>
  v.pipe(v.string(), v.trim(), v.maxLength(length, 'too-long'), v.check(isText, 'not-text'));
/** Words that were typed with commas between them. */
const list = v.pipe(
  v.string(),
  v.maxLength(1000, 'too-long'),
  v.transform((text) => text.split(/[,;،\n]/).filter((part) => part.trim()))
);
const ticked = v.pipe(
  v.literal('on'),
  v.transform(() => true)
);
const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'date'),
  v.transform((text) => new Date(`${text}T23:59:59Z`)),
  v.check((date) => !Number.isNaN(date.getTime()), 'date')
);

const tagFields = {
  tags: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(80))), v.maxLength(100))),
  freeTags: v.optional(list)
};

/** What the purpose of a thread adds to its form. */
export const newPurpose = v.object({
  purpose: v.optional(v.picklist(purposes)),
  ...tagFields,
  repliesAllowed: v.optional(ticked),
  pinnedUntil: v.optional(day),
  supportKind: v.optional(v.picklist(supportKinds))
});
export type NewPurpose = v.InferOutput<typeof newPurpose>;

/** `postId` is made by the form, so that the same form sent twice starts one thread. */
export const newThread = v.object({
  spaceId: id,
  postId: id,
  title,
  body,
  capacity: capacityField,
  ...written,
  ...newPurpose.entries
});
const story = v.optional(
  v.pipe(
    v.string(),
    normal,
    v.trim(),
    v.maxLength(purposeLimits.accountLength, 'too-long'),
    v.check(isText, 'not-text')
  ),
  ''
);
const experience = {
  country: v.pipe(v.optional(v.string(), ''), v.regex(/^[A-Z]{2}$/, 'country-missing')),
  measure: v.pipe(
    v.optional(line(purposeLimits.measureLength), ''),
    v.check(visible, 'field-missing'),
    v.regex(/^[^\n]*$/, 'not-text')
  ),
  year: v.pipe(
    v.optional(v.union([v.number(), v.string()]), ''),
    v.transform(Number),
    v.integer('year'),
    v.minValue(purposeLimits.firstYear, 'year'),
    v.maxValue(2100, 'year')
  ),
  outcome: v.picklist(outcomes, 'choice-missing'),
  account: story,
  evidence: v.optional(
    v.pipe(
      v.string(),
      normal,
      v.trim(),
      v.maxLength(purposeLimits.evidenceLength, 'too-long'),
      v.check(isText, 'not-text')
    ),
    ''
  ),
  contact: v.optional(line(purposeLimits.contactLength), ''),
  contactKept: v.optional(ticked)
};
export type ExperienceFields = v.InferOutput<v.ObjectSchema<typeof experience, undefined>>;

/** `id` is made by the writer's page, so that a reply sent twice is one reply. `experience`: what was told in the form of a call. */
export const newReply = v.object({
  id,
  threadId: id,
  body,
  capacity: capacityField,
  quoted: v.nullish(id, null),
  experience: v.optional(v.object(experience)),
  ...written
});
const revision = v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer(), v.minValue(0));
/** A decision is about the very text that its maker read: `revision`. */
export const pendingDecision = v.object({ id, revision });
export const pendingReturn = v.object({ id, revision, note: reason });
export const pendingRecall = v.object({ id });
export const pendingEdit = v.object({ id, revision, body, title: v.nullish(title, null) });

/** `revision`: the one that the editor started from; another one in between is a conflict. */
export const postEdit = v.object({
  id,
  threadId: id,
  body,
  revision: wholeNumber,
  ...written
});
export const postWithdrawal = v.object({ id, threadId: id, reason });
/** `id` null: of the thread's title. */
export const languageCorrection = v.object({
  threadId: id,
  id: v.nullish(id, null),
  lang: v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/)),
  dir: v.picklist(['ltr', 'rtl'])
});
export const previewed = v.object({
  body: v.optional(v.pipe(v.string(), normal, v.maxLength(limits.bodyLength, 'text-too-long')), ''),
  fallback: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/)), 'en'),
  lang
});
export const threadClosure = v.object({ threadId: id, reason });
export const threadReopening = v.object({ threadId: id });
export const reading = v.object({
  threadId: id,
  number: wholeNumber
});
export const threadTagging = v.object({ threadId: id, ...tagFields });
export const answerAcceptance = v.object({ threadId: id, postId: id });
export const acceptanceEnd = v.object({ threadId: id });
export const supportEscalation = v.object({
  threadId: id,
  reason: v.pipe(v.optional(line(purposeLimits.reasonLength), ''), v.nonEmpty('field-missing'))
});

export const newExperience = v.object({ id, threadId: id, capacity: capacityField, ...experience });
export const experienceEdit = v.object({
  id,
  threadId: id,
  revision: postEdit.entries.revision,
  ...experience
});

/** The Chatham House Rule: `keeper` is the e-mail address of who may read the names. */
export const attributionRule = v.object({ threadId: id, keeper: emailField });
const why = v.pipe(
  v.optional(v.string(), ''),
  normal,
  v.trim(),
  v.nonEmpty('field-missing'),
  v.maxLength(limits.reasonLength, 'too-long'),
  v.check(isText, 'not-text')
);
/** A reason must be given: the thread shows it for ever. */
export const attributionLift = v.object({ threadId: id, reason: why });
export const spaceAttribution = v.variant('held', [
  v.object({
    held: v.pipe(
      v.literal('on'),
      v.transform(() => true as const)
    ),
    reason: v.optional(v.string(), '')
  }),
  v.object({
    held: v.pipe(
      v.literal('off'),
      v.transform(() => false as const)
    ),
    reason: why
  })
]);
export const newDesk = v.object({
  level: v.picklist(supportLevels, 'choice-missing'),
  country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'country'))),
  region: v.optional(v.picklist(regions)),
  organisation: v.pipe(v.optional(line(80), ''), v.nonEmpty('field-missing'))
});
export const deskEnd = v.object({ id });

/** The id of a thread, or an address of it as it is copied from a browser. */
const threadChoice = v.optional(
  v.pipe(
    v.string(),
    v.trim(),
    v.transform((text) => /(?:^|\/threads\/)([0-9a-f-]{36})(?:[/?#]|$)/i.exec(text)?.[1] ?? text),
    v.uuid('thread-address')
  )
);
const chosenPosts = v.pipe(
  v.optional(v.array(id), []),
  v.minLength(1, 'move-nothing'),
  v.maxLength(movingLimits.posts, 'move-many')
);
/** Posts go to a thread that is there (`target`), or to a new one (`title`): one of both. */
export const postsMove = v.pipe(
  v.object({ postIds: chosenPosts, target: threadChoice, title: v.optional(title.wrapped) }),
  v.check(({ target, title }) => Boolean(target) !== Boolean(title), 'move-where')
);
export const threadsMerge = v.object({ target: threadChoice.wrapped });
