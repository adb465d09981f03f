import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import type { Actor } from '#features/people/people.ts';
import { mayModerate } from '#features/spaces/server/may.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { dirOf, langOf } from '#lib/dir.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic, type Tx } from '#lib/server/db.ts';
import { limits } from '../../forum.ts';
import { appendPost } from '../append-post.ts';
import { bumpSpace, bumpThread } from '../bump.ts';
import { threads } from '../tables.ts';
import type { ThreadRow } from '../views.ts';
import type { MailMessage } from './read-message.ts';
import { addressHash, meetSenders } from './senders.ts';
import { knownPosts, remember, threadOf, type Threading } from './threading.ts';

export interface Imported {
  messages: number;
  threads: number;
  people: number;
  already: number;
  /** Attachments named: their bytes are not kept. */
  attachments: number;
  /** Posts whose text was cut at the length of a post. */
  shortened: number;
}

/**
 * Makes posts of mails, all of the batch or none, with the mails' own dates and senders. A mail that is here already
 * adds nothing. Nobody is told post by post. Refuses not-found, or not-allowed to who does not moderate the space.
 */
export async function importMessages(
  actor: Actor,
  { spaceId, messages }: { spaceId: string; messages: MailMessage[] },
  threading: Threading
): Promise<Imported> {
  mustBeSignedIn(actor);
  if (!mayModerate(actor, await readSpace(actor, { id: spaceId }))) throw new Refusal('not-allowed');
  const imported: Imported = { messages: 0, threads: 0, people: 0, already: 0, attachments: 0, shortened: 0 };
  if (messages.length === 0) return imported;

  await atomic(async (tx) => {
    await bumpSpace(tx, spaceId);
    const known = await knownPosts(tx, spaceId, messages);
    const fresh = messages.filter(({ sourceId }) => !known.has(sourceId));
    const { acts, met } = await meetSenders(
      tx,
      spaceId,
      fresh.map(({ sender }) => sender)
    );
    imported.people = met;
    for (const message of messages) {
      if (known.has(message.sourceId)) {
        imported.already += 1;
        continue;
      }
      const place = threadOf(message, known, threading);
      const act = acts.get(addressHash(spaceId, message.sender.address))!;
      const thread = place
        ? await bumpThread(tx, place.threadId)
        : await startThread(tx, spaceId, message, act);
      if (!place) imported.threads += 1;
      const { sourceId: source, body, at, attachments } = message;
      const { post } = await appendPost(tx, thread, {
        id: newId(),
        act,
        body,
        at,
        quoted: place?.quoted ?? null,
        source,
        attachments
      });
      remember(message, post, known, threading);
      imported.messages += 1;
      imported.attachments += attachments.length;
      if (message.shortened) imported.shortened += 1;
    }
  });
  return imported;
}

async function startThread(
  tx: Tx,
  spaceId: string,
  { subject, body, at }: MailMessage,
  act: Parameters<typeof appendPost>[2]['act']
): Promise<ThreadRow> {
  const title = [...(subject.title || body.replace(/\s+/g, ' ').slice(0, 80) || '…')]
    .slice(0, limits.titleLength / 2)
    .join('');
  const row = {
    ...act,
    id: newId(),
    spaceId,
    subject: title,
    lang: langOf(`${title}\n${body}`, 'en'),
    dir: dirOf(title),
    seq: 1,
    postsCount: 0,
    lastPostAt: at,
    createdAt: at
  };
  const [started] = await tx.insert(threads).values(row).returning();
  return started;
}
