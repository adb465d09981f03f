import type { Voice } from '#features/sessions/session.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import { ballotsKey, isOpen, type BallotsDelta, type BallotsState } from './ballots.ts';
import { outcomeText, secondsLeft } from './words.ts';

const warning = 10;

/** A question that is put, its last seconds, and its result. */
export const ballotsVoice: Voice<BallotsState, BallotsDelta> = {
  part: ballotsKey,
  changed({ ballots }, before, locale) {
    const last = ballots.at(-1);
    if (!last) return undefined;
    const known = before.ballots.find(({ id }) => id === last.id);
    if (!known && isOpen(last)) return m.ballots_says_put({ question: last.question });
    if (last.result && !known?.result)
      return m.ballots_says_result({ outcome: outcomeText(last.options, last.result, locale) });
    return last.withdrawnAt && !known?.withdrawnAt ? m.ballots_withdrawn() : undefined;
  },
  moment({ ballots }, now) {
    const open = ballots.find(isOpen);
    if (!open?.endsAt) return undefined;
    const left = secondsLeft(open.endsAt, now);
    return left > 0 && left <= warning
      ? { mark: open.id, say: m.ballots_says_left({ seconds: left }) }
      : undefined;
  }
};
