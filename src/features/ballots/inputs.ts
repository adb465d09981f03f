/** What may be asked about ballots: one schema each, in browser and door. */
import * as v from 'valibot';
import { capacityField } from '#features/people/people.ts';
import { id, inSession, languageTag } from '#features/sessions/inputs.ts';
import { isText } from '#lib/plain-text.ts';
import { ballotKinds, limits, majorities, voters } from './ballots.ts';

const whole = (min: number, max: number, reason: string) =>
  v.pipe(
    v.union([v.number(), v.pipe(v.string(), v.trim(), v.regex(/^\d{1,6}$/, reason), v.transform(Number))]),
    v.integer(reason),
    v.minValue(min, reason),
    v.maxValue(max, reason)
  );

/** One option a line. */
const options = v.pipe(
  v.optional(v.pipe(v.string(), v.maxLength(4000, 'too-long'), v.check(isText, 'not-text')), ''),
  v.transform((text) => [
    ...new Set(
      text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter(Boolean)
    )
  ]),
  v.array(v.pipe(v.string(), v.maxLength(limits.optionLength, 'too-long'))),
  v.check((lines) => lines.length !== 1 && lines.length <= limits.options, 'ballot-options')
);

export const newBallot = v.pipe(
  v.object({
    ...inSession,
    /** Made by the chair's page, so that sending twice asks once. */
    ballot: id,
    kind: v.picklist(ballotKinds, 'choice-missing'),
    question: v.pipe(
      v.string('question-missing'),
      v.trim(),
      v.minLength(1, 'question-missing'),
      v.maxLength(limits.questionLength, 'too-long'),
      v.check(isText, 'not-text')
    ),
    lang: v.optional(languageTag, 'en'),
    options,
    voter: v.optional(v.picklist(voters), 'delegation'),
    secret: v.optional(
      v.pipe(
        v.literal('on'),
        v.transform(() => true)
      )
    ),
    majority: v.optional(v.picklist(majorities), 'simple'),
    quorum: v.optional(whole(1, 100, 'quorum-share')),
    seconds: v.optional(whole(limits.shortest, limits.longest, 'ballot-seconds')),
    /** Without any: those who would decide if nothing else is said. */
    deciders: v.optional(
      v.pipe(v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'country'))), v.maxLength(194)),
      []
    ),
    capacity: capacityField
  }),
  // What a kind does not know of is left out, whatever the form sent: only a look around may ask each person.
  v.transform(({ secret, ...rest }) => ({
    ...rest,
    voter: rest.kind === 'straw' ? rest.voter : ('delegation' as const),
    secret: rest.kind !== 'consent' && secret === true,
    options: rest.kind === 'consent' ? [] : rest.options,
    majority: rest.kind === 'vote' ? rest.majority : ('simple' as const),
    quorum: rest.kind === 'vote' ? (rest.quorum ?? null) : null,
    seconds: rest.seconds ?? (rest.kind === 'consent' ? limits.consentSeconds : null)
  }))
);
export type NewBallot = v.InferOutput<typeof newBallot>;

export const newCast = v.object({
  ...inSession,
  ballot: id,
  /** Made by the page: pressing twice casts once. */
  cast: id,
  choice: v.pipe(
    v.string('choice-missing'),
    v.regex(/^(for|against|abstain|object|[1-8])$/, 'choice-missing')
  ),
  capacity: capacityField
});
export type NewCast = v.InferOutput<typeof newCast>;

export const newExplanation = v.object({
  ...inSession,
  ballot: id,
  explanation: id,
  body: v.pipe(
    v.string('empty'),
    v.trim(),
    v.minLength(1, 'empty'),
    v.maxLength(limits.explanationLength, 'too-long'),
    v.check(isText, 'not-text')
  ),
  lang: v.optional(languageTag, 'en'),
  capacity: capacityField
});
export type NewExplanation = v.InferOutput<typeof newExplanation>;

export const ballotChoice = v.object({ ...inSession, ballot: id });
