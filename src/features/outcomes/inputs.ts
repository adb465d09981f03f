/** What may be asked about outcomes: one schema each, in browser and door. */
import * as v from 'valibot';
import { capacityField } from '#features/people/people.ts';
import { id, inSession, languageTag } from '#features/sessions/inputs.ts';
import { isText } from '#lib/plain-text.ts';
import { limits, outcomeKinds } from './outcomes.ts';

const line = (max: number) =>
  v.pipe(v.string(), v.trim(), v.maxLength(max, 'too-long'), v.check(isText, 'not-text'));
const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'date-invalid'),
  v.check(isDay, 'date-invalid')
);

/** 30 February is no day, although it reads like one. */
function isDay(typed: string): boolean {
  const date = new Date(`${typed}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(typed);
}

const words = {
  text: v.pipe(
    v.string('empty'),
    v.transform((typed) => typed.normalize('NFC').trim()),
    v.minLength(1, 'empty'),
    v.maxLength(limits.textLength, 'too-long'),
    v.check(isText, 'not-text')
  ),
  lang: v.optional(languageTag, 'en'),
  /** `country:SN` or `organisation:ID`; else `whoName` says it in words. */
  who: v.optional(
    v.pipe(v.string(), v.regex(/^(country:[A-Z]{2}|organisation:[0-9a-f-]{36})$/, 'who-unknown'))
  ),
  whoName: v.optional(line(limits.nameLength)),
  by: v.optional(day)
};

export const newOutcome = v.object({
  ...inSession,
  /** Made by the page of the one who records, so that sending twice records once. */
  id,
  kind: v.picklist(outcomeKinds, 'kind-missing'),
  /** An item of the agenda; without it, the one that is open. */
  item: v.optional(id),
  ...words,
  capacity: capacityField
});
export type NewOutcome = v.InferOutput<typeof newOutcome>;

/** `seen` is how often the outcome had been revised on the screen of who changes it: the second of two changes at once is refused. */
const seen = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number))]),
  v.integer()
);
export const revisedOutcome = v.object({ ...inSession, id, seen, ...words, capacity: capacityField });
export type RevisedOutcome = v.InferOutput<typeof revisedOutcome>;

export const withdrawnOutcome = v.object({
  ...inSession,
  outcome: id,
  seen,
  reason: v.optional(line(limits.reasonLength))
});
export type WithdrawnOutcome = v.InferOutput<typeof withdrawnOutcome>;

/** A person who registered or is here. */
export const rapporteurChoice = v.object({ ...inSession, person: id });

/** Without a brief: the text is taken away. */
export const textChoice = v.object({ ...inSession, brief: v.optional(id) });
