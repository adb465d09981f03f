/** What may be asked about statements: one schema each, in browser and door. */
import * as v from 'valibot';
import { capacityField } from '#features/people/people.ts';
import { id, inSession, languageTag } from '#features/sessions/inputs.ts';
import { isText } from '#lib/plain-text.ts';
import { limits } from './statements.ts';

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
  capacity: capacityField
});
