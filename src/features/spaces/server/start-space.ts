import { mustBeSignedIn, readAct } from '#features/people/server/read-act.ts';
import type { Actor } from '#features/people/people.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic, isUniqueViolation } from '#lib/server/db.ts';
import * as v from 'valibot';
import type { newSpace } from '../spaces.ts';
import { mayStartSpace } from './may.ts';
import { spaceMembers, spaces } from './tables.ts';

/** Opens a space; who opens it moderates it. Refuses not-allowed, or conflict when the slug is taken. */
export async function startSpace(
  actor: Actor,
  input: v.InferOutput<typeof newSpace>,
  illustrative = false
): Promise<{ id: string; slug: string }> {
  const member = mustBeSignedIn(actor);
  if (!mayStartSpace(actor)) throw new Refusal('not-allowed', 'needs-mandate');
  // "Led by" is a claim about an organisation: only who speaks for it makes it; an administrator records it.
  if (input.leadOrganisationId && !member.administrator) await readAct(actor, input.leadOrganisationId);
  if (!input.slug) throw new Refusal('invalid', 'slug', 'slug');
  const id = newId();
  const createdAt = new Date();
  try {
    await atomic(async (tx) => {
      await tx.insert(spaces).values({ ...input, id, illustrative, createdBy: member.personId, createdAt });
      await tx.insert(spaceMembers).values({
        spaceId: id,
        personId: member.personId,
        role: 'moderator',
        addedBy: member.personId,
        createdAt
      });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refusal('conflict', 'slug-taken', 'slug');
    throw error;
  }
  announce({ name: 'space.started', rooms: [], payload: { id, slug: input.slug } });
  return { id, slug: input.slug };
}
