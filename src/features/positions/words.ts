/** The words of this slice's codes, in the reader's language. */
import { nameIn } from '#lib/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { countryName } from '#lib/vocab/country-name.ts';
import type { ChangeKind, Decider, Holder, Method, Option, Stance, Value } from './positions.ts';

const stances: Record<Stance, () => string> = {
  support: m.positions_stance_support,
  support_with_reservation: m.positions_stance_support_with_reservation,
  abstain: m.positions_stance_abstain,
  dissociate: m.positions_stance_dissociate,
  object: m.positions_stance_object
};
const stanceHints: Record<Stance, () => string> = {
  support: m.positions_stance_support_hint,
  support_with_reservation: m.positions_stance_support_with_reservation_hint,
  abstain: m.positions_stance_abstain_hint,
  dissociate: m.positions_stance_dissociate_hint,
  object: m.positions_stance_object_hint
};
export const stanceName = (stance: Stance): string => stances[stance]();
export const stanceHint = (stance: Stance): string => stanceHints[stance]();

const steps = [
  m.positions_step_1,
  m.positions_step_2,
  m.positions_step_3,
  m.positions_step_4,
  m.positions_step_5,
  m.positions_step_6,
  m.positions_step_7,
  m.positions_step_8
];
export const stepName = (step: number): string => `${step}. ${steps[step - 1]?.() ?? ''}`;

const rules: Record<Method, () => string> = {
  poll: m.positions_rule_poll,
  consent: m.positions_rule_consent,
  gradients: m.positions_rule_gradients,
  ranked: m.positions_rule_ranked
};
/** How the outcome follows from the positions. */
export const ruleText = (method: Method): string => rules[method]();

const deciders: Record<Decider, () => string> = {
  person: m.positions_decides_person,
  organisation: m.positions_decides_organisation,
  delegation: m.positions_decides_delegation
};
export const deciderText = (decides: Decider): string => deciders[decides]();

const changes: Record<ChangeKind, () => string> = {
  extension: m.positions_extended,
  early_closing: m.positions_closed_early,
  withdrawal: m.positions_phase_withdrawn,
  addition: m.positions_added,
  removal: m.positions_removed
};
export const changeName = (kind: ChangeKind): string => changes[kind]();

/** Whose position it is. */
export const holderName = (holder: Holder, locale: string): string =>
  holder.kind === 'organisation'
    ? nameIn(holder.names ?? {}, locale)
    : holder.kind === 'country'
      ? countryName(holder.country ?? '', locale)
      : (holder.name ?? '');

/** What a row of the result counts. */
export const rowName = (method: Method, options: Option[], key: string): string =>
  method === 'consent'
    ? stanceName(key as Stance)
    : method === 'gradients'
      ? stepName(Number(key))
      : (options.find(({ id }) => String(id) === key)?.text ?? key);

export function valueText(value: Value, options: Option[]): string {
  const text = (id: number) => options.find((option) => option.id === id)?.text ?? '';
  if ('stance' in value) return stanceName(value.stance);
  if ('step' in value) return stepName(value.step);
  if ('order' in value) return value.order.map((id, index) => `${index + 1}. ${text(id)}`).join(' · ');
  return value.options.map(text).join(' · ');
}

/** A sign and a colour beside the words, never instead of them. */
export function valueLook(value: Value): { sign: string; tone: string } {
  const code = 'stance' in value ? value.stance : 'step' in value ? value.step : null;
  if (code === 'support' || code === 1 || code === 2) return { sign: '✓', tone: 'worked' };
  if (code === 'object' || code === 8) return { sign: '✕', tone: 'failed' };
  if (code === 'support_with_reservation' || code === 3) return { sign: '✓', tone: 'warning' };
  if (code === 'dissociate' || (typeof code === 'number' && code > 4)) return { sign: '◐', tone: 'warning' };
  return { sign: code === null ? '' : '○', tone: '' };
}

/** Thousandths as a percentage of the reader's language. */
export const shareText = (share: number, locale: string): string =>
  new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 1,
    numberingSystem: 'latn'
  }).format(share / 1000);
