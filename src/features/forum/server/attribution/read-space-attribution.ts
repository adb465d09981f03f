import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { mayModerate } from '#features/spaces/server/may.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import type { SpaceView } from '#features/spaces/spaces.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import { chathamRules } from '../attribution-tables.ts';

/** Whether threads of a space begin under the Chatham House Rule, since when and kept by whom; for who moderates it. */
export async function readSpaceAttribution(
  actor: Actor,
  slug: string
): Promise<{ space: SpaceView; held: { since: string; keeper: string } | null }> {
  const space = await readSpace(actor, { slug });
  if (!mayModerate(actor, space)) throw new Refusal('not-allowed');
  const [rule] = await db
    .select()
    .from(chathamRules)
    .where(
      and(eq(chathamRules.spaceId, space.id), isNull(chathamRules.threadId), isNull(chathamRules.endedAt))
    );
  return { space, held: rule ? { since: rule.startedAt.toISOString(), keeper: rule.keeperName } : null };
}
