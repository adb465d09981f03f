import { inArray, isNotNull, and } from 'drizzle-orm';
import { inPerson } from '#features/audit/audit.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { listPosts, type PostWhole } from '#features/forum/server/list-posts.ts';
import { readThread } from '#features/forum/server/read-thread.ts';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { persons } from '#features/people/server/tables.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic, db } from '#lib/server/db.ts';
import { limit } from '#lib/server/limits.ts';
import { copyEvents } from '../copies.ts';
import { copyOf } from './find-copy.ts';
import { copyPosts, copyRequests, readingCopies } from './tables.ts';

/**
 * A moderator asks the authors of a closed thread whether what they said may be read by everyone. Each person is asked
 * for what they said as themselves, each organisation for what was said on its behalf. Nothing becomes public by it.
 * Refuses not-found, not-allowed, or conflict `thread-open`, `copy-exists`.
 */
export async function proposeCopy(actor: Actor, { threadId }: { threadId: string }): Promise<{ id: string }> {
  const member = mustBeSignedIn(actor);
  const thread = await readThread(actor, threadId, 1);
  if (!thread.may.moderate) throw new Refusal('not-allowed');
  if (!thread.closed) throw new Refusal('conflict', 'thread-open');
  await limit('copy-proposal', member.personId, 20, 3600);
  const all = await everyPost(threadId);
  const reachable = await readReachable(all);
  const id = newId();
  const createdAt = new Date();
  const { requests, rows } = shareOut(id, all, reachable);
  await atomic(async (tx) => {
    if (await copyOf(threadId, tx)) throw new Refusal('conflict', 'copy-exists');
    await tx.insert(readingCopies).values({
      id,
      threadId,
      spaceId: thread.space.id,
      subject: thread.title,
      lang: thread.lang,
      dir: thread.dir,
      proposedBy: member.personId,
      createdAt
    });
    for (const part of inParts([...requests.values()])) await tx.insert(copyRequests).values(part);
    for (const part of inParts(rows)) await tx.insert(copyPosts).values(part);
    await appendEntry(tx, {
      action: copyEvents.proposed,
      actor: inPerson(member),
      object: { kind: 'copy', id },
      threadId,
      spaceId: thread.space.id,
      detail: { asked: requests.size, posts: rows.length },
      at: createdAt
    });
  });
  announce({ name: copyEvents.proposed, rooms: [], payload: { id, threadId, spaceId: thread.space.id } });
  return { id };
}

async function everyPost(threadId: string): Promise<PostWhole['post'][]> {
  const all: PostWhole['post'][] = [];
  for (;;) {
    const batch = await listPosts(threadId, all.at(-1)?.number ?? 0, 500);
    // What is withdrawn or hidden is not asked about: it is nobody's to publish.
    all.push(...batch.map(({ post }) => post));
    if (batch.length < 500) return all;
  }
}

/** Of the authors those who can sign in, and so can be asked. */
async function readReachable(all: PostWhole['post'][]): Promise<Set<string>> {
  const ids = [...new Set(all.map(({ act }) => act.personId))];
  const found = new Set<string>();
  for (const part of inParts(ids))
    for (const { id } of await db
      .select({ id: persons.id })
      .from(persons)
      .where(and(inArray(persons.id, part), isNotNull(persons.email))))
      found.add(id);
  return found;
}

function shareOut(copyId: string, all: PostWhole['post'][], reachable: Set<string>) {
  const requests = new Map<string, typeof copyRequests.$inferInsert>();
  const rows = all
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ id, number, revision, act }) => {
      const key = act.organisationId ?? act.personId;
      const asked = act.organisationId !== null || reachable.has(act.personId);
      if (asked && !requests.has(key))
        requests.set(key, {
          id: newId(),
          copyId,
          ...(act.organisationId
            ? { organisationId: act.organisationId, organisation: act.organisation }
            : { personId: act.personId, personName: act.personName })
        });
      return { copyId, postId: id, number, revision, requestId: asked ? requests.get(key)!.id : null };
    });
  return { requests, rows };
}

/** A statement takes a bounded number of values. */
function inParts<T>(all: T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / 500) }, (_, part) =>
    all.slice(part * 500, (part + 1) * 500)
  );
}
