import type { Voice } from '#features/sessions/session.svelte.ts';
import { whoName } from '#features/sessions/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { secondsLeft } from './clock.ts';
import { floorKey, limits, type FloorState } from './floor.ts';

/** Who has the floor now; and the moments of the clock that matter. */
export const floorVoice: Voice<FloorState> = {
  part: floorKey,
  changed: ({ floor }, before, locale) =>
    floor && floor.turnId !== before.floor?.turnId
      ? m.session_says_floor({ name: whoName(floor.act, locale) })
      : undefined,
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
