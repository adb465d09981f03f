/** What the tests of the forum begin with. */
import type { InferOutput } from 'valibot';
import type { Member } from '#features/people/people.ts';
import type { SpaceView } from '#features/spaces/spaces.ts';
import { newId } from '#lib/id.ts';
import { aMember, aSpace, joinSpace } from './world.ts';
import type { newReply } from '#features/forum/inputs.ts';
import { startThread } from '#features/forum/server/start-thread.ts';

/** A thread with its opening post, by a member of its space, with a moderator. */
export async function aThread(
  of: { space?: SpaceView } = {}
): Promise<{ thread: { id: string }; author: Member; moderator: Member; space: SpaceView }> {
  const space = of.space ?? (await aSpace());
  const [author, moderator] = [await aMember({ name: 'Awa' }), await aMember({ name: 'Moussa' })];
  await joinSpace(author, space.id);
  await joinSpace(moderator, space.id, 'moderator');
  const thread = await startThread(author, {
    spaceId: space.id,
    postId: newId(),
    title: 'What brought nurses back?',
    body: 'Which measures held?',
    capacity: 'personal'
  });
  return { thread, author, moderator, space };
}

export const aReply = (
  threadId: string,
  of: Partial<InferOutput<typeof newReply>> = {}
): InferOutput<typeof newReply> => ({
  id: newId(),
  threadId,
  body: 'Supervised first posts in pairs.',
  capacity: 'personal',
  quoted: null,
  ...of
});
