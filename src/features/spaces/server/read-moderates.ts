import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { prepared } from '#lib/server/prepared.ts';
import { mandatesOf } from './read-standing.ts';
import { spaceMembers } from './tables.ts';

const places = prepared('moderated', (from) =>
  from
    .select({ through: spaceMembers.through })
    .from(spaceMembers)
    .where(and(eq(spaceMembers.personId, sql.placeholder('personId')), eq(spaceMembers.role, 'moderator')))
);

/** Whether someone moderates anywhere: whether the queue of a moderator is there for them. Asked with every page of a member. */
export async function readModerates(actor: Actor): Promise<boolean> {
  if (actor.kind !== 'member') return false;
  if (actor.administrator) return true;
  const rows = await places({ personId: actor.personId });
  return rows.some(({ through }) => through === null || mandatesOf(actor).includes(through));
}
