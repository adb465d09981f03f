import { Refusal } from '#lib/refusal.ts';
import { rankFields, type NewPosition } from '../inputs.ts';
import type { Value } from '../positions.ts';
import type { ProposalRow } from './take-proposal.ts';

/** What the form answered, in the terms of the proposal's method. Refuses invalid `choice-missing`, `ranking`, ... */
export function valueOf(
  { method, multiple, options }: Pick<ProposalRow, 'method' | 'multiple' | 'options'>,
  input: NewPosition
): Value {
  if (method === 'consent') {
    if (!input.stance) throw new Refusal('invalid', 'choice-missing', 'stance');
    if (input.stance === 'support_with_reservation' && !input.reservation)
      throw new Refusal('invalid', 'reservation-missing', 'reservation');
    if (input.stance === 'object' && !input.explanation)
      throw new Refusal('invalid', 'objection-unexplained', 'explanation');
    return { stance: input.stance };
  }
  if (method === 'gradients') {
    if (!input.step) throw new Refusal('invalid', 'choice-missing', 'step');
    if (input.step === 8 && !input.explanation)
      throw new Refusal('invalid', 'objection-unexplained', 'explanation');
    return { step: input.step };
  }
  const known = new Set(options.map(({ id }) => id));
  if (method === 'poll') {
    const chosen = multiple ? [...new Set(input.options)] : input.option ? [input.option] : [];
    if (chosen.length === 0 || chosen.some((id) => !known.has(id)))
      throw new Refusal('invalid', 'choice-missing', 'option');
    return { options: chosen.sort((a, b) => a - b) };
  }
  const ranked = options.flatMap(({ id }) => {
    const place = input[rankFields[id - 1] as `rank_${number}`];
    return place === undefined ? [] : [{ id, place }];
  });
  const order = ranked.sort((a, b) => a.place - b.place);
  // Two options at one place would leave it to us which of them comes first.
  if (order.length === 0 || new Set(order.map(({ place }) => place)).size < order.length)
    throw new Refusal('invalid', 'ranking', 'rank');
  return { order: order.map(({ id }) => id) };
}
