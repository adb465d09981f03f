import { count, desc, eq, sql } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { db } from '#lib/server/db.ts';
import { searchWords } from '#lib/server/search.ts';
import { limits, type LessonHit } from '../lessons.ts';
import type { Selection } from '../selection.ts';
import { countFacets, type FacetCounts } from './count-facets.ts';
import { matching } from './matching.ts';
import { hitsOf } from './read-hits.ts';
import { ranked } from './search-index.ts';
import { lessons } from './tables.ts';

export interface LessonsFound {
  hits: LessonHit[];
  total: number;
  pages: number;
  facets: FacetCounts;
  /** Something was typed, but nothing in it is a word: all lessons of the facets are shown. */
  noWords: boolean;
}

/** One page of the lessons of a selection, how many there are, and what narrowing or widening would give. */
export async function searchLessons(_actor: Actor, selection: Selection): Promise<LessonsFound> {
  const words = searchWords(selection.query);
  const where = matching(selection.facets, words);
  const [rows, [{ total }], facets] = await Promise.all([
    readPage(selection, words, where),
    db.select({ total: count() }).from(lessons).where(where),
    countFacets(selection.facets, words)
  ]);
  return {
    hits: await hitsOf(rows),
    total: Number(total),
    pages: Math.max(1, Math.ceil(Math.min(Number(total), limits.exported) / limits.pageSize)),
    facets,
    noWords: selection.query !== '' && words.length === 0
  };
}

async function readPage(
  selection: Selection,
  words: ReturnType<typeof searchWords>,
  where: ReturnType<typeof matching>
) {
  const from = (selection.page - 1) * limits.pageSize;
  if (words.length === 0 || selection.order === 'newest')
    return db
      .select()
      .from(lessons)
      .where(where)
      .orderBy(desc(lessons.createdAt), desc(lessons.id))
      .limit(limits.pageSize)
      .offset(from);
  const rows = await db
    .select({ lesson: lessons })
    .from(lessons)
    .innerJoin(ranked(words), eq(sql`found.lesson_id`, lessons.id))
    .where(matching(selection.facets, []))
    .orderBy(sql`found.rank`, desc(lessons.createdAt), desc(lessons.id))
    .limit(limits.pageSize)
    .offset(from);
  return rows.map(({ lesson }) => lesson);
}
