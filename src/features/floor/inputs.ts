/** What may be asked about the floor: one schema each, in browser and door. */
import * as v from 'valibot';
import { capacityField } from '#features/people/people.ts';
import { id, inSession } from '#features/sessions/inputs.ts';
import { limits } from './floor.ts';
import { floorRules, turnKinds } from './queue.ts';

const count = (least: number, most: number, reason?: string) =>
  v.pipe(
    v.union([v.number(), v.pipe(v.string(), v.trim(), v.regex(/^\d{1,5}$/, reason), v.transform(Number))]),
    v.integer(reason),
    v.minValue(least, reason),
    v.maxValue(most, reason)
  );
const seconds = count(1, 99_999);
export const floorRequest = v.object({
  ...inSession,
  kind: v.optional(v.picklist(turnKinds), 'statement'),
  capacity: capacityField
});
export const turnChoice = v.object({ ...inSession, turn: id });
/** `after` is who had the floor in the window where the chair pressed: a double press must not skip a speaker. */
export const floorGift = v.object({
  ...inSession,
  turn: v.optional(id),
  after: v.optional(v.union([v.literal('nobody'), id]))
});
/** `limit` is what the chair saw: pressing twice by mistake adds once. */
export const turnExtension = v.object({
  ...inSession,
  turn: id,
  limit: seconds,
  by: v.optional(seconds, limits.extensionSeconds)
});
export const turnSkip = v.object({ ...inSession, turn: id, skips: v.optional(count(0, 999), 0) });
export const ruleChoice = v.object({
  ...inSession,
  rule: v.picklist(floorRules),
  observersLast: v.optional(
    v.pipe(
      v.union([v.boolean(), v.literal('on')]),
      v.transform((on) => on !== false)
    ),
    false
  ),
  was: v.optional(v.picklist(floorRules))
});

/** A form says `2:30`, or minutes. */
const duration = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^\d{1,3}(:[0-5]\d)?$/, 'duration-invalid'),
  v.transform((text) => {
    const [minutes, rest = '0'] = text.split(':');
    return Number(minutes) * 60 + Number(rest);
  }),
  v.minValue(limits.shortestTurnSeconds, 'duration-invalid'),
  v.maxValue(limits.longestTurnSeconds, 'duration-invalid')
);
/** `item` empty: the whole session. */
export const limitsChoice = v.pipe(
  v.object({
    ...inSession,
    item: v.optional(v.union([v.literal(''), id]), ''),
    statement: duration,
    reply: duration,
    point_of_order: duration
  }),
  v.transform(({ session, item, ...limits }) => ({ session, item: item || undefined, limits }))
);
export const deputyChoice = v.object({
  ...inSession,
  person: v.pipe(v.string('chair-unknown'), v.uuid('chair-unknown'))
});
/** `from` is who presided in the window of the one who takes the chair. */
export const chairTaking = v.object({ ...inSession, from: v.optional(id) });
