import type { OrderedQuestion } from './order.ts';

/**
 * A list that keeps its order while a pointer or the focus is in it, so that nothing is pressed that moved there a moment before. What is
 * new comes at its end; what went is gone; numbers and words stay current.
 */
export function heldStill(read: () => OrderedQuestion[]) {
  let held = $state.raw<string[] | null>(null);
  const hold = () => (held ??= read().map(({ question }) => question.id));
  const release = () => (held = null);
  return {
    handlers: { onpointerenter: hold, onpointerleave: release, onfocusin: hold, onfocusout: release },
    get shown(): OrderedQuestion[] {
      if (!held) return read();
      const place = new Map(held.map((id, index) => [id, index]));
      const placeOf = ({ question }: OrderedQuestion) => place.get(question.id) ?? held!.length;
      return [...read()].sort((a, b) => placeOf(a) - placeOf(b));
    }
  };
}
