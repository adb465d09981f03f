/** The texts that the form asks for, in the order in which one tells a story: what, what came of it, what to do. */
import { m } from '#lib/paraglide/messages.js';
import type { Text } from '#lib/vocab/text.ts';
import { limits } from './lessons.ts';

export interface Limits {
  most: number;
  rows?: number;
  needed?: boolean;
}

export interface FormText extends Limits {
  name:
    | 'title'
    | 'summary'
    | 'context'
    | 'whatWasDone'
    | 'whatHappened'
    | 'lesson'
    | 'recommendation'
    | 'conditions';
  label: Text;
  hint?: Text;
}

export const headings: FormText[] = [
  {
    name: 'title',
    label: m.lessons_field_title,
    hint: m.lessons_hint_title,
    most: limits.titleLength,
    rows: 1,
    needed: true
  },
  { name: 'summary', label: m.lessons_field_summary, most: limits.summaryLength, rows: 3, needed: true }
];

export const account: FormText[] = [
  { name: 'context', label: m.lessons_field_context, hint: m.lessons_hint_context, most: limits.textLength },
  { name: 'whatWasDone', label: m.lessons_field_what_was_done, most: limits.textLength, needed: true },
  {
    name: 'whatHappened',
    label: m.lessons_field_what_happened,
    hint: m.lessons_hint_what_happened,
    most: limits.textLength,
    needed: true
  },
  { name: 'lesson', label: m.lessons_field_lesson, most: limits.textLength },
  {
    name: 'recommendation',
    label: m.lessons_field_recommendation,
    hint: m.lessons_hint_recommendation,
    most: limits.textLength
  },
  { name: 'conditions', label: m.lessons_field_conditions, most: limits.textLength }
];

/** What was typed or known beforehand under a name, as a field takes it. */
export const textIn = (values: Record<string, unknown>, name: string): string => String(values[name] ?? '');
export const listIn = (values: Record<string, unknown>, name: string): string[] =>
  Array.isArray(values[name]) ? values[name].map(String) : [];

/** Codes with their names, as choices. */
export const named = (
  codes: readonly string[],
  name: (code: string) => string
): { value: string; text: string }[] => codes.map((value) => ({ value, text: name(value) }));
