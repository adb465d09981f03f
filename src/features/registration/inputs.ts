import * as v from 'valibot';
import { capacityField } from '#features/people/people.ts';
import { id, inSession, line } from '#features/sessions/inputs.ts';
import { wholeNumber } from '#features/sessions/terms.ts';
import { limits, subjectKinds } from './registration.ts';

export const personChoice = v.object({ ...inSession, person: id });
export const refusedRegistration = v.object({
  ...inSession,
  person: id,
  reason: v.pipe(line(limits.reasonLength), v.minLength(1, 'reason-missing'))
});

/** `subject`: a country's code, an organisation's or a person's id, after which kind it is: `country:SN`. */
export const newInvitation = v.object({
  ...inSession,
  subject: v.pipe(
    v.string('invited-missing'),
    v.regex(/^(country:[A-Z]{2}|(organisation|person):[0-9a-f-]{36})$/, 'invited-missing'),
    v.transform((text) => {
      const [kind, subject] = text.split(':');
      return { kind: kind as (typeof subjectKinds)[number], subject };
    })
  ),
  places: v.optional(wholeNumber(1, limits.places, 'capacity-invalid')),
  message: v.optional(line(limits.messageLength)),
  capacity: capacityField
});
export type NewInvitation = v.InferOutput<typeof newInvitation>;
export const invitationChoice = v.object({ ...inSession, invitation: id });
