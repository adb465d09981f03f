/** The words of this slice's codes, in the reader's language. */
import { durationText } from '#features/sessions/words.ts';
import { m } from '#lib/paraglide/messages.js';
import type { QueueEntry, TurnKind } from './queue.ts';

const turns: Record<TurnKind, () => string> = {
  statement: m.session_turn_statement,
  reply: m.session_turn_reply,
  point_of_order: m.session_turn_point_of_order
};
export const turnName = (kind: TurnKind): string => turns[kind]();

/** Why an entry stands where it stands. */
export function reasonText({ reason, kind, spoken }: Pick<QueueEntry, 'reason' | 'kind' | 'spoken'>): string {
  if (reason === 'observer') return m.session_reason_observer();
  if (reason === 'point_of_order') return m.session_reason_point_of_order();
  if (reason === 'first_time') return m.session_reason_first_time();
  const used =
    spoken.turns > 0
      ? m.session_reason_spoken({ count: spoken.turns, used: durationText(spoken.seconds) })
      : m.session_reason_delegation_waits();
  return kind === 'reply' ? `${m.session_turn_reply()} · ${used}` : used;
}
