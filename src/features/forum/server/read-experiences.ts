import { and, asc, count, desc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { db } from '#lib/server/db.ts';
import type { ExperiencePage, ExperienceSelection, ExperienceSort } from '../experience-selection.ts';
import { limits, type Experience } from '../purposes.ts';
import { findThread } from './find-thread.ts';
import { experiences } from './purpose-tables.ts';
import { postWithdrawals, posts } from './tables.ts';
import { experienceView } from './views.ts';

/**
 * The table of a call, one page of it: four queries whatever its length, beside those that find the thread. Members read
 * contacts that are kept for them. What was withdrawn or hidden is not in it.
 */
export async function readExperiences(
  actor: Actor,
  threadId: string,
  selection: ExperienceSelection,
  most: number = limits.experiencesPerPage
): Promise<ExperiencePage> {
  const { thread } = await findThread(actor, threadId);
  const shown = and(eq(experiences.threadId, threadId), isNull(postWithdrawals.postId));
  const wanted = and(
    shown,
    selection.country ? eq(experiences.place, selection.country) : undefined,
    selection.outcome ? eq(experiences.outcome, selection.outcome) : undefined
  );
  const counted = async (where: SQL | undefined) => {
    const [{ n }] = await db
      .select({ n: count() })
      .from(experiences)
      .leftJoin(postWithdrawals, eq(postWithdrawals.postId, experiences.postId))
      .where(where);
    return n;
  };
  const total = await counted(wanted);
  const countries = await db
    .select({ code: experiences.place, count: count() })
    .from(experiences)
    .leftJoin(postWithdrawals, eq(postWithdrawals.postId, experiences.postId))
    .where(shown)
    .groupBy(experiences.place)
    .orderBy(experiences.place);
  const rows = await db
    .select({
      told: experiences,
      post: { organisation: posts.organisation, personName: posts.personName }
    })
    .from(experiences)
    .innerJoin(posts, eq(posts.id, experiences.postId))
    .leftJoin(postWithdrawals, eq(postWithdrawals.postId, experiences.postId))
    .where(wanted)
    .orderBy(...order[selection.sort], asc(experiences.number))
    .limit(most)
    .offset((selection.rows - 1) * most);
  return {
    seq: thread.seq,
    selection,
    rows: rows.map(({ told, post }): Experience => {
      const view = experienceView(told, post);
      return actor.kind === 'member' ? { ...view, contact: told.contact } : view;
    }),
    total,
    all: countries.reduce((sum, one) => sum + one.count, 0),
    countries
  };
}

const byOutcome = sql`case ${experiences.outcome} when 'worked' then 0 when 'partly' then 1 else 2 end`;
const order: Record<ExperienceSort, SQL[]> = {
  number: [asc(experiences.number)],
  '-number': [desc(experiences.number)],
  country: [asc(experiences.place)],
  year: [asc(experiences.year)],
  '-year': [desc(experiences.year)],
  outcome: [byOutcome]
};
