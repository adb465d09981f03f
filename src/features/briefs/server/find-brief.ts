import { eq } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import type { Actor } from '#features/people/people.ts';
import { spaces } from '#features/spaces/server/tables.ts';
import { isId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import { roleIn, type BriefStanding } from './may.ts';
import { readStanding } from './read-standing.ts';
import { briefs } from './tables.ts';

/** A brief without its text, and how `actor` stands to it. What they may not read is not found. */
export async function findBrief(actor: Actor, id: string) {
  const standing: BriefStanding | undefined = isId(id) ? await readStanding(actor, id) : undefined;
  const role = standing ? roleIn(actor, standing) : 'none';
  if (!standing || role === 'none') throw new Refusal('not-found');
  const [{ brief, space }] = await db
    .select({ brief: briefs, space: { id: spaces.id, slug: spaces.slug, titles: spaces.titles } })
    .from(briefs)
    .innerJoin(spaces, eq(spaces.id, briefs.spaceId))
    .where(eq(briefs.id, id));
  const {
    name: title,
    type,
    lang,
    targetBody,
    agendaItem,
    deadline,
    generation,
    audience,
    createdAt
  } = brief;
  return {
    brief: {
      id,
      title,
      type,
      lang,
      targetBody,
      agendaItem,
      deadline,
      generation,
      audience,
      createdAt,
      space,
      act: actOf(brief)
    },
    standing,
    role
  };
}
