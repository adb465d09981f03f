import * as v from 'valibot';

/** What becomes of a post that nobody decided about in time: it goes back to its author, or out and says so. */
export const timeOuts = ['return', 'publish'] as const;
export type TimeOut = (typeof timeOuts)[number];

export const limits = {
  hoursLeast: 1,
  hoursMost: 720,
  hours: 72,
  focalPoints: 20,
  noteLength: 1000
} as const;

export const events = {
  ruleSet: 'clearance.rule-set',
  ruleEnded: 'clearance.rule-ended',
  focalPointNamed: 'focal-point.named',
  focalPointRemoved: 'focal-point.removed'
} as const;

/** The rule of an organisation, as the page of its organisation shows it. */
export interface ClearanceRule {
  hours: number;
  atEnd: TimeOut;
  exemptsFocalPoints: boolean;
  spaceIds: string[] | null;
}

const id = v.pipe(v.string(), v.uuid());
export const clearanceRuleInput = v.object({
  organisationId: id,
  hours: v.optional(
    v.pipe(
      v.union([v.number(), v.string()]),
      v.transform(Number),
      v.integer('number'),
      v.minValue(limits.hoursLeast, 'number'),
      v.maxValue(limits.hoursMost, 'number')
    ),
    limits.hours
  ),
  atEnd: v.optional(v.picklist(timeOuts), 'return'),
  exemptsFocalPoints: v.optional(
    v.pipe(
      v.union([v.boolean(), v.literal('on')]),
      v.transform((checked) => checked !== false)
    ),
    false
  ),
  /** Empty: all spaces. */
  spaceIds: v.optional(v.pipe(v.array(id), v.maxLength(200)), [])
});
export const clearanceRuleEnd = v.object({ organisationId: id });
export const focalPointInput = v.object({ organisationId: id, personId: id });
