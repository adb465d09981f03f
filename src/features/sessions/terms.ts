/** On which terms people come to a session, and numbers as a form sends them. */
import * as v from 'valibot';
import { planningLimits, registrationRules } from './planning.ts';

export const wholeNumber = (least: number, most: number, reason: string) =>
  v.pipe(
    v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,9}$/, reason), v.transform(Number))], reason),
    v.minValue(least, reason),
    v.maxValue(most, reason)
  );

/** On which terms one comes: fields of the form that schedules and of the one that revises. */
export const terms = {
  registrationRule: v.optional(v.picklist(registrationRules)),
  capacity_people: v.optional(wholeNumber(1, planningLimits.capacity, 'capacity-invalid')),
  reminders: v.optional(
    v.pipe(v.array(wholeNumber(1, 24 * 30, 'invalid')), v.maxLength(planningLimits.reminderHours.length))
  )
};
