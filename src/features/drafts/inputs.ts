/** What forms and pages may ask of a draft. Apart from drafts.ts, so that pages do not carry the schema. */
import * as v from 'valibot';
import { isText } from '#lib/plain-text.ts';
import { limits } from './drafts.ts';

export const draftPlace = v.pipe(v.string(), v.regex(/^[a-z]{2,20}:[A-Za-z0-9-]{1,64}$/));

const fieldName = v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9[\]_-]{0,40}$/));
const length = ({ fields }: { fields: Record<string, string> }) =>
  Object.values(fields).reduce((sum, value) => sum + value.length, 0);

/** `base`: the revision that the writer had seen, 0 when there was none. */
export const draftToSave = v.pipe(
  v.object({
    place: draftPlace,
    fields: v.pipe(
      v.record(fieldName, v.pipe(v.string(), v.check(isText, 'not-text'))),
      v.check((fields) => Object.keys(fields).length <= limits.fields, 'too-long')
    ),
    files: v.optional(v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.maxLength(limits.files)), []),
    base: v.pipe(v.number(), v.integer(), v.minValue(0))
  }),
  v.check((draft) => length(draft) <= limits.length, 'too-long')
);
