/** The names of a lesson's codes in the reader's language. */
import { m } from '#lib/paraglide/messages.js';
import {
  axisName,
  blockName,
  countryName,
  languageName,
  occupationName,
  regionName
} from '#lib/vocab/labels.ts';
import { nameOf, type Text } from '#lib/vocab/text.ts';
import type { Cost, Evidence, Facet, Level, OriginKind } from './lessons.ts';
import { polarityName } from './polarity-name.ts';

const evidences: Record<Evidence, Text> = {
  anecdote: m.lessons_evidence_anecdote,
  routine_data: m.lessons_evidence_routine_data,
  evaluation: m.lessons_evidence_evaluation,
  systematic_review: m.lessons_evidence_systematic_review
};

const costs: Record<Cost, Text> = {
  low: m.lessons_cost_low,
  medium: m.lessons_cost_medium,
  high: m.lessons_cost_high
};

const levels: Record<Level, Text> = {
  facility: m.lessons_level_facility,
  district: m.lessons_level_district,
  national: m.lessons_level_national,
  regional: m.lessons_level_regional,
  global: m.lessons_level_global
};

const facets: Record<Facet, Text> = {
  polarity: m.lessons_facet_polarity,
  region: m.lessons_facet_region,
  country: m.lessons_facet_country,
  block: m.lessons_facet_block,
  axis: m.lessons_facet_axis,
  evidence: m.lessons_facet_evidence,
  occupation: m.lessons_facet_occupation,
  language: m.lessons_facet_language
};

const origins: Record<OriginKind, Text> = {
  thread: m.lessons_origin_thread,
  session: m.lessons_origin_session,
  brief: m.lessons_origin_brief
};

export const evidenceName = (code: string): string => nameOf(evidences, code);
export const costName = (code: string): string => nameOf(costs, code);
export const levelName = (code: string): string => nameOf(levels, code);
export const facetName = (code: Facet): string => nameOf(facets, code);
export const originName = (code: OriginKind): string => nameOf(origins, code);

/** The name of one value of a facet; a code that we do not know is shown as it is. */
export function valueName(facet: Facet, value: string, locale: string): string {
  if (facet === 'polarity') return polarityName(value);
  if (facet === 'evidence') return evidenceName(value);
  if (facet === 'region') return regionName(value);
  if (facet === 'country') return countryName(value, locale);
  if (facet === 'block') return blockName(value);
  if (facet === 'axis') return axisName(value);
  if (facet === 'occupation') return occupationName(value);
  return /^[a-z]{2,3}$/.test(value) ? languageName(value, locale) : value;
}

/** `2023–2025`, one year when both are the same or one is not known, nothing when neither is. */
export function yearsOf({ fromYear, toYear }: { fromYear: number | null; toYear: number | null }): string {
  return [...new Set([fromYear, toYear].filter((year) => year !== null))].join('–');
}
