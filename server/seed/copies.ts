import { answerCopy } from '#features/archive/server/answer-copy.ts';
import { publishCopy, redactCopy } from '#features/archive/server/change-copy.ts';
import { proposeCopy } from '#features/archive/server/propose-copy.ts';
import { readCopy } from '#features/archive/server/read-copy.ts';
import { lockThread } from '#features/moderation/server/lock-thread.ts';
import { postReply } from '#features/forum/server/post-reply.ts';
import { startThread } from '#features/forum/server/start-thread.ts';
import { newId } from '#lib/id.ts';
import { copiedThread as text } from './texts/copies.ts';
import { typeset } from './texts/text.ts';
import { before, capacityOf, day, personOf, type World } from './world.ts';

/** A thread that was closed, and of which everyone may read what its authors agreed to show. */
export async function seedCopies(world: World, spaces: Map<string, string>): Promise<void> {
  const [opening, ...replies] = text.posts;
  const ids = text.posts.map(() => newId());
  const at = (daysAgo: number) => ({ at: before(world.now, daysAgo * day) });
  const { id: threadId } = await startThread(
    personOf(world, text.by),
    {
      spaceId: spaces.get(text.space)!,
      postId: ids[0],
      title: typeset('fr', text.title),
      body: typeset('fr', opening.body),
      capacity: capacityOf(world, text.by)
    } as Parameters<typeof startThread>[1],
    at(opening.daysAgo)
  );
  for (const [index, { by, body, daysAgo }] of replies.entries())
    await postReply(
      personOf(world, by),
      {
        id: ids[index + 1],
        threadId,
        body: typeset('fr', body),
        quoted: null,
        capacity: capacityOf(world, by)
      } as Parameters<typeof postReply>[1],
      at(daysAgo)
    );
  const admin = personOf(world, 'admin');
  await lockThread(admin, {
    threadId,
    reason: typeset('fr', 'Le débat est terminé ; une copie est proposée.')
  });
  await proposeCopy(admin, { threadId });
  for (const [key, answer] of text.answers) {
    const person = personOf(world, key);
    const { requests } = await readCopy(person, threadId);
    for (const { id, mine } of requests) if (mine) await answerCopy(person, { requestId: id, answer });
  }
  const { post, passage } = text.redaction;
  await redactCopy(admin, threadId, { postId: ids[post - 1], passage: typeset('fr', passage) });
  await publishCopy(admin, threadId);
}
