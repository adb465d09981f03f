import { actOf } from '#features/people/server/act-columns.ts';
import { renderKept } from '#lib/server/markdown.ts';
import type { PositionView, Value, Words } from '../positions.ts';
import type { positions } from './tables.ts';

export interface Answer {
  value: Value;
  reservation: Words | null;
  explanation: Words | null;
}

/** A position as everyone sees it once it may be seen: nothing in it depends on the reader. */
export function positionView(row: typeof positions.$inferSelect, answer: Answer): PositionView {
  return {
    id: row.id,
    seq: row.seq,
    holder: row.view,
    standing: row.standing,
    act: actOf(row),
    delegated: row.delegationId !== null,
    at: row.castAt.toISOString(),
    revision: row.revision,
    value: answer.value,
    reservation: answer.reservation,
    explanation: explanationView(row.id, answer.explanation)
  };
}

export const explanationView = (id: string, words: Words | null): PositionView['explanation'] =>
  words && { html: renderKept(`position:${id}`, words.text), lang: words.lang, dir: words.dir };
