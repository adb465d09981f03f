/** What may be asked about the floor: one schema each, in browser and door. */
import * as v from 'valibot';
import { capacityField } from '#features/people/people.ts';
import { id, inSession } from '#features/sessions/inputs.ts';
import { limits } from './floor.ts';
import { turnKinds } from './queue.ts';

const seconds = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number))]),
  v.integer(),
  v.minValue(1)
);
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
