import type * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import type { PostView } from '../forum.ts';
import type { newExperience } from '../inputs.ts';
import { bodyOf } from '../purposes.ts';
import { mustMakeSense } from './append-experience.ts';
import { postReply } from './post-reply.ts';

/**
 * Answers a call with what was tried and what came of it: a post like any other, and beside it the record that the
 * table is made of. Refuses what postReply refuses, invalid `country` or `year`, conflict `not-a-call`.
 */
export async function shareExperience(
  actor: Actor,
  { id, threadId, capacity, ...experience }: v.InferOutput<typeof newExperience>,
  { at }: { at?: Date } = {}
): Promise<PostView> {
  mustMakeSense(experience, at ?? new Date());
  const reply = { id, threadId, capacity, body: bodyOf(experience), quoted: null, experience };
  return postReply(actor, reply, { at });
}
