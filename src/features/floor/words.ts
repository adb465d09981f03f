/** The words of this slice's codes, in the reader's language. */
import { durationText, whoName } from '#features/sessions/words.ts';
import { nameIn } from '#lib/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { countryName } from '#lib/vocab/country-name.ts';
import type { Region } from '#lib/vocab/codes.ts';
import { regionName } from '#lib/vocab/labels.ts';
import type { ListState, RecordedAct, Used } from './floor.ts';
import type { FloorRule, QueueEntry, QueueReason, TurnKind } from './queue.ts';

const turns: Record<TurnKind, () => string> = {
  statement: m.session_turn_statement,
  reply: m.session_turn_reply,
  point_of_order: m.session_turn_point_of_order
};
export const turnName = (kind: TurnKind): string => turns[kind]();

const rules: Record<FloorRule, () => string> = {
  first_time: m.floor_rule_first_time,
  rotation: m.floor_rule_rotation,
  least_time: m.floor_rule_least_time,
  order: m.floor_rule_order
};
export const ruleName = (rule: FloorRule): string => rules[rule]();

const sayings: Record<FloorRule, () => string> = {
  first_time: m.floor_rule_says_first_time,
  rotation: m.floor_rule_says_rotation,
  least_time: m.floor_rule_says_least_time,
  order: m.floor_rule_says_order
};
/** How the list is ordered, in one sentence. */
export const orderText = ({ rule, observersLast }: ListState): string =>
  (observersLast ? m.floor_order_observers : m.floor_order)({ rule: sayings[rule]() });

export const regionText = (region: Region | null): string =>
  region ? regionName(region) : m.floor_region_none();

const used = (entry: Pick<QueueEntry, 'spoken'>) =>
  m.session_reason_spoken({ count: entry.spoken.turns, used: durationText(entry.spoken.seconds) });

const reasons: Record<QueueReason, (entry: Pick<QueueEntry, 'spoken' | 'region' | 'regionTurns'>) => string> =
  {
    observer: m.session_reason_observer,
    point_of_order: m.session_reason_point_of_order,
    first_time: m.session_reason_first_time,
    called_back: m.floor_reason_called_back,
    skipped: m.floor_reason_skipped,
    rotation: ({ region, regionTurns }) =>
      m.floor_reason_rotation({ region: regionText(region), count: regionTurns }),
    least_time: (entry) => (entry.spoken.turns > 0 ? used(entry) : m.floor_reason_no_time()),
    order_of_request: (entry) => (entry.spoken.turns > 0 ? used(entry) : m.floor_reason_order())
  };

/** Why an entry stands where it stands. */
export function reasonText(
  entry: Pick<QueueEntry, 'reason' | 'kind' | 'spoken' | 'region' | 'regionTurns'>,
  rule: FloorRule
): string {
  const waits = entry.reason === 'order_of_request' && entry.spoken.turns === 0 && rule === 'first_time';
  const why = waits ? m.session_reason_delegation_waits() : reasons[entry.reason](entry);
  return entry.kind === 'reply' ? `${m.session_turn_reply()} · ${why}` : why;
}

/** Whose time it is. */
export const usedName = (each: Omit<Used, 'key'>, locale: string): string =>
  each.country
    ? countryName(each.country, locale)
    : (each.personName ?? nameIn(each.organisation ?? {}, locale));

const done: Record<RecordedAct['action'], (name: { of: string; by: string }) => string> = {
  'floor.asked': m.floor_log_asked,
  'floor.withdrawn': m.floor_log_withdrawn,
  'floor.given': m.floor_log_given,
  'floor.ended': m.floor_log_ended,
  'floor.extended': m.floor_log_extended,
  'floor.skipped': m.floor_log_skipped,
  'floor.called_back': m.floor_log_called_back,
  'floor.rule_chosen': () => '',
  'floor.limits_set': m.floor_log_limits_set,
  'floor.list_closed': m.floor_log_list_closed,
  'floor.list_opened': m.floor_log_list_opened,
  'session.deputies_named': m.floor_log_deputy_named,
  'session.chair_taken': m.floor_log_chair_taken
};
/** What was done, to whom and by whom. */
export function actText({ action, of, by, detail }: RecordedAct, locale: string): string {
  const name = { of: of ? whoName(of, locale) : '', by: whoName(by, locale) };
  const what =
    action === 'floor.rule_chosen'
      ? m.floor_log_rule_chosen({ rule: ruleName(detail?.rule as FloorRule) })
      : action === 'session.deputies_named' && detail?.named === false
        ? m.floor_log_deputy_removed(name)
        : done[action](name);
  const own = action === 'session.chair_taken' || of?.personId === by.personId;
  return own ? what : m.floor_log_by({ what, by: name.by });
}
