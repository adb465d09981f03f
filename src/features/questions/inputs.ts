/** What may be asked about questions: one schema each, in browser and door. */
import * as v from 'valibot';
import { capacityField } from '#features/people/people.ts';
import { id, inSession, languageTag } from '#features/sessions/inputs.ts';
import { isText } from '#lib/plain-text.ts';
import { limits, moderations, orders } from './questions.ts';

const text = (length: number) =>
  v.pipe(
    v.string('empty'),
    v.trim(),
    v.minLength(1, 'empty'),
    v.maxLength(length, 'too-long'),
    v.check(isText, 'not-text')
  );

export const newQuestion = v.object({
  ...inSession,
  /** Made by the asker's page, so that sending twice asks once. */
  id,
  body: text(limits.bodyLength),
  lang: v.optional(languageTag, 'en'),
  capacity: capacityField
});

export const questionChoice = v.object({ ...inSession, question: id });
/** `on` votes, `off` takes the vote back. */
export const questionVote = v.object({
  ...inSession,
  question: id,
  vote: v.optional(v.picklist(['on', 'off']), 'on')
});
export const questionHiding = v.object({
  ...inSession,
  question: id,
  reason: v.optional(text(limits.reasonLength))
});
export const questionUnion = v.object({ ...inSession, question: id, into: id });
export const questionRules = v.object({
  ...inSession,
  moderation: v.picklist(moderations),
  order: v.picklist(orders),
  /** A check box: absent means that no question is taken. */
  open: v.pipe(
    v.optional(v.picklist(['on', 'off']), 'off'),
    v.transform((said) => said === 'on')
  )
});
export const questionAnswer = v.object({
  ...inSession,
  question: id,
  text: v.optional(text(limits.answerLength)),
  lang: v.optional(languageTag, 'en'),
  statement: v.optional(
    v.pipe(
      v.union([v.string(), v.number()]),
      v.transform(Number),
      v.integer('statement-unknown'),
      v.minValue(1, 'statement-unknown')
    )
  )
});
export type NewQuestion = v.InferOutput<typeof newQuestion>;
