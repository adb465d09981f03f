import { count, eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { db } from '#lib/server/db.ts';
import type { ActKind, Category } from '../moderation.ts';
import { moderationActs } from './tables.ts';

/** What was moderated in a space, for every member who reads it: kinds and reasons counted, nobody named. */
export async function countActs(
  actor: Actor,
  slug: string
): Promise<{ kind: ActKind; category: Category | null; acts: number }[]> {
  mustBeSignedIn(actor);
  const space = await readSpace(actor, { slug });
  return db
    .select({ kind: moderationActs.kind, category: moderationActs.category, acts: count() })
    .from(moderationActs)
    .where(eq(moderationActs.spaceId, space.id))
    .groupBy(moderationActs.kind, moderationActs.category)
    .orderBy(moderationActs.kind);
}
