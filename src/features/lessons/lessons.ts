import * as v from 'valibot';
import { capacityField, type Act } from '#features/people/people.ts';
import { isText } from '#lib/plain-text.ts';
import {
  axes,
  buildingBlocks,
  occupations,
  writtenLanguages,
  type WrittenLanguage
} from '#lib/vocab/codes.ts';

/** What came of it. A lesson that says what did not work is worth as much as one that says what did. */
export const polarities = ['worked', 'partly', 'did_not_work'] as const;
export type Polarity = (typeof polarities)[number];

/** How strong the evidence is, weakest first. */
export const evidences = ['anecdote', 'routine_data', 'evaluation', 'systematic_review'] as const;
export type Evidence = (typeof evidences)[number];

export const costs = ['low', 'medium', 'high'] as const;
export type Cost = (typeof costs)[number];

/** Where in the system it was learned. */
export const levels = ['facility', 'district', 'national', 'regional', 'global'] as const;
export type Level = (typeof levels)[number];

/** What a lesson can grow out of; the slices of the origins know nothing of lessons. */
export const originKinds = ['thread', 'session', 'brief'] as const;
export type OriginKind = (typeof originKinds)[number];

export interface Origin {
  kind: OriginKind;
  id: string;
  /** The post, statement or paragraph in it, as its page's fragment names it. */
  anchor: string | null;
  title: string;
}

/** By what one narrows a search. Each is a list of closed codes; `region` follows from the countries. */
export const facets = [
  'polarity',
  'region',
  'country',
  'block',
  'axis',
  'evidence',
  'occupation',
  'language'
] as const;
export type Facet = (typeof facets)[number];

export const events = { recorded: 'lesson.recorded', revised: 'lesson.revised' } as const;

/** The texts of a lesson, in the order in which they are read. */
export const texts = [
  'context',
  'whatWasDone',
  'whatHappened',
  'lesson',
  'recommendation',
  'conditions'
] as const;
export type LessonText = (typeof texts)[number];

export const limits = {
  titleLength: 200,
  summaryLength: 800,
  textLength: 6000,
  countries: 60,
  firstYear: 1950,
  lastYear: 2100,
  /** Lessons that one person may record in ten minutes. */
  recorded: 60,
  pageSize: 20,
  exported: 10_000
} as const;

const clean = (text: string) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
const text = (most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(most * 4, 'too-long'),
    v.transform(clean),
    v.maxLength(most, 'too-long'),
    v.check(isText, 'not-text')
  );
const optionalText = (most: number) => v.optional(text(most), '');
const neededText = (most: number) => v.pipe(optionalText(most), v.nonEmpty('field-missing'));
const line = (most: number) =>
  v.pipe(
    neededText(most),
    v.transform((typed) => typed.replace(/\s+/g, ' '))
  );
const oneOf = <const T extends readonly string[]>(codes: T) =>
  v.optional(v.nullable(v.picklist(codes)), null);
const someOf = <const T extends readonly string[]>(codes: T) =>
  v.pipe(
    v.optional(v.array(v.picklist(codes)), []),
    v.transform((list) => [...new Set(list)])
  );
const neededOf = <const T extends readonly string[]>(codes: T) =>
  v.pipe(v.optional(v.string(), ''), v.picklist(codes, 'choice-missing'));
const year = v.optional(
  v.nullable(
    v.pipe(
      v.union(
        [v.number(), v.pipe(v.string(), v.trim(), v.regex(/^\d{4}$/, 'year'), v.transform(Number))],
        'year'
      ),
      v.integer('year'),
      v.minValue(limits.firstYear, 'year'),
      v.maxValue(limits.lastYear, 'year')
    )
  ),
  null
);

const fields = {
  title: line(limits.titleLength),
  summary: neededText(limits.summaryLength),
  lang: neededOf(writtenLanguages),
  polarity: neededOf(polarities),
  evidence: neededOf(evidences),
  context: optionalText(limits.textLength),
  whatWasDone: neededText(limits.textLength),
  whatHappened: neededText(limits.textLength),
  lesson: optionalText(limits.textLength),
  recommendation: optionalText(limits.textLength),
  conditions: optionalText(limits.textLength),
  cost: oneOf(costs),
  level: oneOf(levels),
  fromYear: year,
  toYear: year,
  axis: oneOf(axes),
  countries: v.pipe(
    v.optional(v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'country'))), []),
    v.maxLength(limits.countries, 'too-many-countries'),
    v.transform((list) => [...new Set(list)])
  ),
  blocks: someOf(buildingBlocks),
  occupations: someOf(occupations)
};

const inOrder = <T extends { fromYear: number | null; toYear: number | null }>({ fromYear, toYear }: T) =>
  fromYear === null || toYear === null || fromYear <= toYear;

/** `id` is made where the form is: sent twice, it is recorded once. */
export const newLesson = v.pipe(
  v.object({ ...fields, id: v.optional(v.pipe(v.string(), v.uuid())), capacity: capacityField }),
  v.forward(v.check(inOrder, 'years-order'), ['toYear'])
);
export type NewLesson = v.InferOutput<typeof newLesson>;

/** `seq` is that of the text which was changed: when another change came first, this one is refused, not merged. */
export const revisedLesson = v.pipe(
  v.object({
    ...fields,
    seq: v.pipe(
      v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number))]),
      v.integer()
    )
  }),
  v.forward(v.check(inOrder, 'years-order'), ['toYear'])
);
export type RevisedLesson = v.InferOutput<typeof revisedLesson>;
export type LessonFields = Omit<NewLesson, 'id' | 'capacity'>;

/** A lesson in a list. */
export interface LessonHit {
  id: string;
  title: string;
  summary: string;
  lang: WrittenLanguage;
  polarity: Polarity;
  evidence: Evidence;
  countries: string[];
  fromYear: number | null;
  toYear: number | null;
  act: Act;
  createdAt: Date;
}

/** A lesson on its own page. The origin's title is null for those who may not read the origin. */
export interface LessonView extends LessonHit, LessonFields {
  regions: string[];
  origin: (Omit<Origin, 'title'> & { title: string | null }) | null;
  seq: number;
  updatedAt: Date;
  mayRevise: boolean;
  /** What it said before its revisions, latest first. */
  earlier: { title: string; summary: string; writtenAt: Date }[];
}
