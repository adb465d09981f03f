/** The few words that a list of proposals needs; the page's own are in words.ts. */
import { m } from '#lib/paraglide/messages.js';
import type { Outcome, OutcomeCode } from './count.ts';
import type { Method, Option, Phase } from './positions.ts';

const methods: Record<Method, () => string> = {
  poll: m.positions_method_poll,
  consent: m.positions_method_consent,
  gradients: m.positions_method_gradients,
  ranked: m.positions_method_ranked
};
export const methodName = (method: Method): string => methods[method]();

const phases: Record<Phase, () => string> = {
  coming: m.positions_phase_coming,
  open: m.positions_phase_open,
  closed: m.positions_phase_closed,
  withdrawn: m.positions_phase_withdrawn
};
export const phaseName = (phase: Phase): string => phases[phase]();

const outcomes: Record<Exclude<OutcomeCode, 'chosen' | 'tied'>, () => string> = {
  no_answer: m.positions_outcome_no_answer,
  no_quorum: m.positions_outcome_no_quorum,
  adopted: m.positions_outcome_adopted,
  adopted_with_reservations: m.positions_outcome_adopted_with_reservations,
  objected: m.positions_outcome_objected,
  supported: m.positions_outcome_supported,
  divided: m.positions_outcome_divided,
  blocked: m.positions_outcome_blocked
};

/** What came of it, in a line: `Adopted`, `First: the district signs`, `Tied: Monday; Friday`. */
export function outcomeText({ code, options: ids }: Outcome, options: Option[]): string {
  if (code !== 'chosen' && code !== 'tied') return outcomes[code]();
  const names = options.filter(({ id }) => ids.includes(id)).map(({ text }) => text);
  return code === 'chosen'
    ? m.positions_outcome_chosen({ option: names[0] ?? '' })
    : m.positions_outcome_tied({ options: names.join(' · ') });
}

/** A sign and a colour beside the words, never instead of them. */
export const outcomeLook = ({ code }: Outcome): { sign: string; tone: string } =>
  ['adopted', 'supported', 'chosen'].includes(code)
    ? { sign: '✓', tone: 'worked' }
    : ['objected', 'blocked'].includes(code)
      ? { sign: '✕', tone: 'failed' }
      : { sign: '◐', tone: 'warning' };
