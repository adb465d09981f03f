/** What may be asked about statements: one schema each, in browser and door. */
import * as v from 'valibot';
import { capacityField } from '#features/people/people.ts';
import { id, inSession, languageTag } from '#features/sessions/inputs.ts';
import { isText } from '#lib/plain-text.ts';
import { remarkLimits } from './remarks.ts';
import { limits } from './statements.ts';
import { windowHours } from './window.ts';

export const newStatement = v.object({
  ...inSession,
  /** Made by the writer's page, so that sending twice posts once. */
  id,
  body: v.pipe(
    v.string('empty'),
    v.trim(),
    v.minLength(1, 'empty'),
    v.maxLength(limits.statementLength, 'too-long'),
    v.check(isText, 'not-text')
  ),
  lang: v.optional(languageTag, 'en'),
  /** What a written one is about; in the live session it is the open item. */
  item: v.optional(id),
  /** The question that it answers. */
  question: v.optional(id),
  capacity: capacityField
});

const hours = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform(Number),
  v.picklist(windowHours, 'window-hours')
);
export const newWindow = v.object({ ...inSession, before: hours, after: hours });

export const newRemark = v.object({
  ...inSession,
  id,
  body: v.pipe(
    v.string('empty'),
    v.trim(),
    v.minLength(1, 'empty'),
    v.maxLength(remarkLimits.bodyLength, 'too-long'),
    v.check(isText, 'not-text')
  ),
  lang: v.optional(languageTag, 'en'),
  capacity: capacityField
});
export const remarkChoice = v.object({ ...inSession, remark: id });
