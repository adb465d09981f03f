import { postReply } from '#features/forum/server/post-reply.ts';
import { startThread } from '#features/forum/server/start-thread.ts';
import { addMember } from '#features/spaces/server/add-member.ts';
import { startSpace } from '#features/spaces/server/start-space.ts';
import { newId } from '#lib/id.ts';
import { spaceTexts } from './texts/spaces.ts';
import { typeset, type ThreadText } from './texts/text.ts';
import { threadTexts } from './texts/threads.ts';
import { before, capacityOf, hour, organisationOf, personOf, type World } from './world.ts';

/** The forums with their people; the ids by slug. */
export async function seedSpaces(world: World): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { by, lead, roles, ...text } of spaceTexts) {
    const opener = personOf(world, by);
    const { id } = await startSpace(
      opener,
      { ...text, kind: 'forum', leadOrganisationId: organisationOf(world, lead) },
      true
    );
    for (const [key, role] of roles)
      await addMember(opener, { spaceId: id, email: `${key}@demo.palabre.example`, role });
    ids.set(text.slug, id);
  }
  return ids;
}

/** The threads, oldest first, so that ids grow with time as they do in life; the ids by title. */
export async function seedThreads(world: World, spaces: Map<string, string>): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const thread of [...threadTexts].sort((a, b) => b.beganHoursAgo - a.beganHoursAgo)) {
    const [opening, ...replies] = thread.posts;
    const postIds = thread.posts.map(() => newId());
    const act = ({ by, personal }: typeof opening) => ({ capacity: capacityOf(world, by, personal) });
    const { id } = await startThread(
      personOf(world, opening.by),
      {
        spaceId: spaces.get(thread.space)!,
        postId: postIds[0],
        title: typeset(thread.lang, thread.title),
        body: opening.body,
        ...act(opening)
      },
      { at: momentOf(world.now, thread, 0) }
    );
    for (const [index, reply] of replies.entries()) {
      const words = /^> (.+)/.exec(reply.body)?.[1];
      const quoted = words
        ? (postIds[
            thread.posts.findIndex(
              ({ body }) => !body.startsWith('> ') && body.replaceAll('**', '').includes(words)
            )
          ] ?? null)
        : null;
      await postReply(
        personOf(world, reply.by),
        { id: postIds[index + 1], threadId: id, body: reply.body, quoted, ...act(reply) },
        { at: momentOf(world.now, thread, index + 1) }
      );
    }
    ids.set(thread.title, id);
  }
  return ids;
}

/** When the nth post came: spread over the thread's life, unevenly and always the same way. */
function momentOf(now: Date, { beganHoursAgo, lastHoursAgo, posts }: ThreadText, index: number): Date {
  const uneven = index === 0 || index === posts.length - 1 ? 0 : 0.4 * Math.sin(index * 2.4);
  const share = posts.length < 2 ? 0 : (index + uneven) / (posts.length - 1);
  return before(now, (beganHoursAgo + (lastHoursAgo - beganHoursAgo) * share) * hour);
}
