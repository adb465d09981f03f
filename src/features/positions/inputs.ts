/** What forms, sockets and commands may ask of a proposal: one schema each. A message is a reason of ours. */
import * as v from 'valibot';
import { capacityField } from '#features/people/people.ts';
import { isText } from '#lib/plain-text.ts';
import { isTimezone, utcOf } from '#lib/zone.ts';
import { deciders, limits, methods, stances, subjectKinds, visibilities } from './positions.ts';

const id = v.pipe(v.string(), v.uuid('not-found'));
const visible = (text: string) => /[^\s\p{C}\p{Z}]/u.test(text);
const written = (most: number) =>
  v.pipe(v.string(), v.trim(), v.maxLength(most, 'too-long'), v.check(isText, 'not-text'));
const optional = (most: number) =>
  v.nullish(
    v.pipe(
      written(most),
      v.transform((text) => (visible(text) ? text : null))
    ),
    null
  );
const reason = v.pipe(v.optional(written(limits.reasonLength), ''), v.check(visible, 'reason-missing'));
/** What a browser's date field sends: a local date and time without a zone. */
const localTime = v.pipe(
  v.string('date-invalid'),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, 'date-invalid'),
  v.check((local) => !Number.isNaN(Date.parse(`${local}Z`)), 'date-invalid')
);
const timezone = v.pipe(v.string('timezone-unknown'), v.check(isTimezone, 'timezone-unknown'));
const ticked = v.pipe(
  v.optional(v.picklist(['on', 'off']), 'off'),
  v.transform((on) => on === 'on')
);
const whole = (least: number, most: number, reason: string) =>
  v.pipe(
    v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,6}$/, reason), v.transform(Number))], reason),
    v.integer(reason),
    v.minValue(least, reason),
    v.maxValue(most, reason)
  );

/** One option a line; a line that is there twice would split its own votes. */
const optionLines = v.pipe(
  v.optional(v.pipe(v.string(), v.maxLength(5000, 'too-long'), v.check(isText, 'not-text')), ''),
  v.transform((lines) =>
    lines
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
  ),
  v.maxLength(limits.options, 'options-too-many'),
  v.check((lines) => new Set(lines).size === lines.length, 'options-twice'),
  v.array(v.pipe(v.string(), v.maxLength(limits.optionLength, 'too-long')))
);

export const newProposal = v.pipe(
  v.object({
    subjectKind: v.optional(v.picklist(subjectKinds), 'thread'),
    subjectId: id,
    question: v.pipe(
      v.optional(written(limits.questionLength), ''),
      v.check(visible, 'question-missing'),
      v.regex(/^[^\n\r\t]*$/, 'not-text')
    ),
    explanation: optional(limits.explanationLength),
    method: v.picklist(methods, 'choice-missing'),
    multiple: ticked,
    options: optionLines,
    decides: v.picklist(deciders, 'choice-missing'),
    visible: v.optional(v.picklist(visibilities), 'open'),
    /** While it is closed until the end: whether one sees who has answered, and who is awaited. */
    awaited: ticked,
    quorumKind: v.optional(v.picklist(['none', 'number', 'share']), 'none'),
    quorum: v.optional(whole(1, 100_000, 'quorum')),
    opens: v.optional(localTime),
    closes: localTime,
    timezone,
    eligible: v.optional(v.picklist(['members', 'chosen']), 'members'),
    organisations: v.optional(v.pipe(v.array(id), v.maxLength(limits.eligible, 'eligible-too-many')), []),
    countries: v.optional(
      v.pipe(v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'country'))), v.maxLength(limits.eligible)),
      []
    ),
    capacity: capacityField
  }),
  v.forward(
    v.check(
      ({ method, options }) => method === 'consent' || method === 'gradients' || options.length >= 2,
      'options-missing'
    ),
    ['options']
  ),
  v.forward(
    v.check(({ quorumKind, quorum }) => quorumKind === 'none' || quorum !== undefined, 'quorum'),
    ['quorum']
  ),
  v.forward(
    v.check(
      ({ quorumKind, quorum, decides }) =>
        quorumKind !== 'share' || (decides !== 'person' && (quorum ?? 0) <= 100),
      'quorum-share'
    ),
    ['quorum']
  ),
  v.transform(({ opens, closes, quorumKind, quorum, ...rest }) => ({
    ...rest,
    quorum: quorumKind === 'none' ? null : { kind: quorumKind, size: quorum! },
    opensAt: opens ? utcOf(opens, rest.timezone) : null,
    closesAt: utcOf(closes, rest.timezone)
  }))
);
/**
 * `spaceId` is where the door found the subject, `unattributed` whether the Chatham House Rule holds there: both come from
 * who keeps the subject, and from no form.
 */
export type NewProposal = v.InferOutput<typeof newProposal> & { spaceId: string; unattributed: boolean };

const proposalId = id;
const holder = v.pipe(v.string(), v.regex(/^(organisation|country|person):[A-Za-z0-9-]{2,36}$/, 'not-found'));
const optionNumber = whole(1, limits.options, 'choice-missing');
/** `rank_3` holds the place given to option 3, 1 for the first. */
export const rankFields = Array.from({ length: limits.options }, (_, index) => `rank_${index + 1}`);
const ranks = Object.fromEntries(
  rankFields.map((name) => [name, v.optional(whole(1, limits.options, 'ranking'))])
) as Record<string, v.OptionalSchema<typeof optionNumber, undefined>>;

/** `id` is made by the page, so that a position sent twice is one. `holder`: whose it is, when not one's own. */
export const newPosition = v.object({
  proposalId,
  id,
  holder: v.optional(holder),
  stance: v.optional(v.picklist(stances)),
  step: v.optional(whole(1, 8, 'choice-missing')),
  option: v.optional(optionNumber),
  options: v.optional(v.pipe(v.array(optionNumber), v.maxLength(limits.options)), []),
  reservation: optional(limits.reservationLength),
  explanation: optional(limits.positionLength),
  capacity: capacityField,
  ...ranks
});
export type NewPosition = Omit<v.InferOutput<typeof newPosition>, 'stance'> & {
  stance?: (typeof stances)[number];
} & {
  [rank: `rank_${number}`]: number | undefined;
};

export const earlyClosing = v.object({ proposalId, reason, capacity: capacityField });
export const proposalWithdrawal = earlyClosing;
/** One at a time: an organisation's id or a country's code to add, or the key of one to take out. */
export const eligibleAmendment = v.object({
  proposalId,
  reason,
  capacity: capacityField,
  add: v.optional(v.pipe(v.string(), v.regex(/^([0-9a-f-]{36}|[A-Z]{2})$/, 'eligible-unknown'))),
  remove: v.optional(holder)
});
export const extension = v.pipe(
  v.object({ proposalId, reason, closes: localTime, timezone, capacity: capacityField }),
  v.transform(({ closes, ...rest }) => ({ ...rest, closesAt: utcOf(closes, rest.timezone) }))
);
/** Who may cast for us until when: `ORGANISATION`, or `ORGANISATION:PERSON`. Without an end, until the proposal closes. */
export const newDelegation = v.pipe(
  v.object({
    proposalId,
    capacity: capacityField,
    to: v.pipe(
      v.string('choice-missing'),
      v.regex(/^[0-9a-f-]{36}(:[0-9a-f-]{36})?$/, 'choice-missing'),
      v.transform((to) => to.split(':'))
    ),
    until: v.optional(localTime),
    timezone: v.optional(timezone, 'UTC')
  }),
  v.transform(({ to, until, timezone, ...rest }) => ({
    ...rest,
    toOrganisationId: to[0],
    toPersonId: to[1] as string | undefined,
    endsAt: until ? utcOf(until, timezone) : null
  }))
);
export const delegationEnd = v.object({ delegationId: id });
