import type { Voice } from '#features/sessions/session.svelte.ts';
import { whoName } from '#features/sessions/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { secondsLeft } from './clock.ts';
import {
  floorKey,
  limits,
  presidingKey,
  type FloorDelta,
  type FloorState,
  type PresidingState
} from './floor.ts';

/** Who has the floor now; and the moments of the clock that matter. */
export const floorVoice: Voice<FloorState, FloorDelta> = {
  part: floorKey,
  changed({ floor, list }, before, locale) {
    if (floor && floor.turnId !== before.floor?.turnId)
      return m.session_says_floor({ name: whoName(floor.act, locale) });
    return list.closedAt && !before.list.closedAt ? m.floor_says_closed() : undefined;
  },
  moment({ floor }, now) {
    if (!floor) return undefined;
    const left = secondsLeft(floor, now);
    const mark = (moment: string) => `${floor.turnId} ${floor.limitSeconds} ${moment}`;
    if (left <= 0) return { mark: mark('over'), say: m.session_says_over() };
    if (left <= limits.warnSeconds)
      return { mark: mark('warning'), say: m.session_says_warning({ seconds: limits.warnSeconds }) };
    return undefined;
  }
};

/** Who presides, when that changes. */
export const presidingVoice: Voice<PresidingState> = {
  part: presidingKey,
  changed: ({ act, lostAt }, before, locale) =>
    act.personId !== before.act.personId
      ? m.floor_says_chair({ name: whoName(act, locale) })
      : lostAt && !before.lostAt
        ? m.floor_says_lost()
        : undefined
};
