import { actColumns } from '#features/people/server/act-columns.ts';
import { index, integer, json, primaryKey, table, text, timestamp } from '#lib/server/columns.ts';
import type { Cost, Evidence, Facet, LessonFields, Level, OriginKind, Polarity } from '../lessons.ts';

/**
 * A lesson and its author as they were then. Countries, regions, blocks and occupations are rows of lesson_facets.
 * The full-text index lesson_search is not here: the two databases have different ones, see search-index.ts.
 */
export const lessons = table(
  'lessons',
  {
    id: text('id').primaryKey(),
    /** 1 when recorded, one more with each revision. */
    seq: integer('seq').notNull(),
    // Only `public` today: readers without an account are who lessons are kept for.
    visibility: text('visibility').$type<'public'>().notNull(),
    // `title` in code is the act's: the author's function as they stated it.
    heading: text('title').notNull(),
    summary: text('summary').notNull(),
    lang: text('lang').$type<LessonFields['lang']>().notNull(),
    polarity: text('polarity').$type<Polarity>().notNull(),
    evidence: text('evidence').$type<Evidence>().notNull(),
    context: text('context').notNull(),
    whatWasDone: text('what_was_done').notNull(),
    whatHappened: text('what_happened').notNull(),
    lesson: text('lesson').notNull(),
    recommendation: text('recommendation').notNull(),
    conditions: text('conditions').notNull(),
    cost: text('cost').$type<Cost>(),
    level: text('level').$type<Level>(),
    fromYear: integer('from_year'),
    toYear: integer('to_year'),
    axis: text('axis').$type<NonNullable<LessonFields['axis']>>(),
    originKind: text('origin_kind').$type<OriginKind>(),
    originId: text('origin_id'),
    originAnchor: text('origin_anchor'),
    originTitle: text('origin_title'),
    ...actColumns(),
    createdAt: timestamp('created_at').notNull(),
    updatedAt: timestamp('updated_at').notNull()
  },
  (t) => [
    index('lessons_created').on(t.createdAt),
    index('lessons_origin').on(t.originKind, t.originId),
    index('lessons_person').on(t.personId)
  ]
);

/** One row a code by which a lesson can be narrowed to: the truth for lists, derived for single values (polarity, language ...). */
export const lessonFacets = table(
  'lesson_facets',
  {
    lessonId: text('lesson_id')
      .notNull()
      .references(() => lessons.id),
    facet: text('facet').$type<Facet>().notNull(),
    value: text('value').notNull()
  },
  (t) => [
    primaryKey({ columns: [t.lessonId, t.facet, t.value] }),
    index('lesson_facets_value').on(t.facet, t.value, t.lessonId)
  ]
);

/** What a lesson said before a revision, so that nothing disappears silently. */
export const lessonRevisions = table(
  'lesson_revisions',
  {
    lessonId: text('lesson_id')
      .notNull()
      .references(() => lessons.id),
    seq: integer('seq').notNull(),
    fields: json<LessonFields>('fields').notNull(),
    writtenAt: timestamp('written_at').notNull()
  },
  (t) => [primaryKey({ columns: [t.lessonId, t.seq] })]
);
