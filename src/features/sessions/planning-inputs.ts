/** What may be asked of a session while it is planned. */
import * as v from 'valibot';
import { utcOf, isTimezone } from '#lib/zone.ts';
import { inSession, line, link, localTime } from './inputs.ts';
import { planningLimits } from './planning.ts';
import { limits } from './sessions.ts';
import { terms, wholeNumber } from './terms.ts';

/** The whole of what a revision may change: what is left out is emptied. */
export const revisedSession = v.pipe(
  v.object({
    ...inSession,
    /** The revision that the form was filled from: two organisers at once do not undo one another. */
    revision: wholeNumber(0, 1_000_000, 'invalid'),
    starts: v.pipe(v.string('date-invalid'), localTime),
    ends: v.pipe(v.string('date-invalid'), localTime),
    timezone: v.pipe(v.string('timezone-unknown'), v.check(isTimezone, 'timezone-unknown')),
    place: v.optional(line(limits.placeLength)),
    onlineLink: v.optional(link),
    ...terms
  }),
  v.forward(
    v.check(({ starts, ends }) => ends > starts, 'ends-before-start'),
    ['ends']
  ),
  v.forward(
    v.check(
      ({ starts, ends }) => Date.parse(ends) - Date.parse(starts) <= limits.sessionDays * 86_400_000,
      'session-too-long'
    ),
    ['ends']
  ),
  v.transform(({ starts, ends, ...rest }) => ({
    ...rest,
    startsAt: utcOf(starts, rest.timezone),
    endsAt: utcOf(ends, rest.timezone)
  }))
);
export type RevisedSession = v.InferOutput<typeof revisedSession>;

export const cancelledSession = v.object({
  ...inSession,
  reason: v.pipe(line(planningLimits.reasonLength), v.minLength(1, 'reason-missing'))
});
