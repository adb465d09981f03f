import { eq } from 'drizzle-orm';
import type * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import type { PostView } from '../forum.ts';
import type { experienceEdit } from '../inputs.ts';
import { bodyOf } from '../purposes.ts';
import { columnsOf, mustMakeSense } from './append-experience.ts';
import { editPost } from './edit-post.ts';
import { experienceRevisions, experiences } from './purpose-tables.ts';
import type { ExperienceRow, PostRow } from './views.ts';

/**
 * Changes an experience and the text of its post together; what both said before is kept under the same revision.
 * Refuses what editPost refuses, invalid `country` or `year`, not-found for a post that is none.
 */
export async function changeExperience(
  actor: Actor,
  { id, threadId, revision, ...fields }: v.InferOutput<typeof experienceEdit>
): Promise<PostView> {
  mustMakeSense(fields, new Date());
  const edit = { id, threadId, revision, body: bodyOf(fields) };
  return editPost(actor, edit, {
    beside: async (tx: Tx, post: PostRow): Promise<ExperienceRow> => {
      const [old] = await tx.select().from(experiences).where(eq(experiences.postId, id));
      if (!old) throw new Refusal('not-found');
      const { place, measure, year, outcome, account, evidence, contact, contactKept, revision } = old;
      const former = { country: place, measure, year, outcome, account, evidence, contact, contactKept };
      await tx.insert(experienceRevisions).values({ postId: id, revision, fields: former });
      const [row] = await tx
        .update(experiences)
        .set(columnsOf(fields, post))
        .where(eq(experiences.postId, id))
        .returning();
      return row;
    }
  });
}
