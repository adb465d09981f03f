import { and, asc, desc, eq, inArray, isNull, or } from 'drizzle-orm';
import { listPostsById } from '#features/forum/server/list-posts.ts';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { spaces } from '#features/spaces/server/tables.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import type { AskedOfMe, CopyView } from '../copies.ts';
import { composeCopy } from './make-edition.ts';
import { answersFor, copyOf, findCopyToModerate, moderatesSpace } from './find-copy.ts';
import { copyEditions, copyPosts, copyRedactions, copyRequests, readingCopies } from './tables.ts';

/** The copy of a thread for its page. Found by who moderates the forum and by who is asked; for others there is none. */
export async function readCopy(actor: Actor, threadId: string): Promise<CopyView> {
  mustBeSignedIn(actor);
  const copy = await copyOf(threadId);
  if (!copy) throw new Refusal('not-found');
  const moderates = await moderatesSpace(actor, copy.spaceId);
  const requests = await db
    .select()
    .from(copyRequests)
    .where(eq(copyRequests.copyId, copy.id))
    .orderBy(asc(copyRequests.id));
  const seen = requests.filter((request) => moderates || answersFor(actor, request));
  if (!moderates && seen.length === 0) throw new Refusal('not-found');
  const rows = await db
    .select()
    .from(copyPosts)
    .where(eq(copyPosts.copyId, copy.id))
    .orderBy(asc(copyPosts.number));
  const [space] = await db
    .select({ slug: spaces.slug, titles: spaces.titles })
    .from(spaces)
    .where(eq(spaces.id, copy.spaceId));
  const [edition] = await db
    .select()
    .from(copyEditions)
    .where(eq(copyEditions.copyId, copy.id))
    .orderBy(desc(copyEditions.edition))
    .limit(1);
  const numbers = new Map(rows.map(({ postId, number }) => [postId, number]));
  const ids = new Set(seen.map(({ id }) => id));
  const shown = rows.filter(({ requestId }) => requestId && ids.has(requestId));
  const redactions = moderates
    ? await db.select().from(copyRedactions).where(eq(copyRedactions.copyId, copy.id))
    : [];
  return {
    id: copy.id,
    thread: { id: threadId, title: copy.subject, lang: copy.lang, dir: copy.dir },
    space,
    proposedAt: copy.createdAt.toISOString(),
    published:
      copy.publishedAt && edition
        ? { at: copy.publishedAt.toISOString(), edition: edition.edition, hash: edition.hash }
        : null,
    moderates,
    requests: seen.map((request) => ({
      id: request.id,
      party: request.organisationId ? 'organisation' : 'person',
      personName: request.personName,
      organisation: request.organisation,
      answer: request.answer,
      answeredAt: request.answeredAt?.toISOString() ?? null,
      posts: rows.filter(({ requestId }) => requestId === request.id).map(({ number }) => number),
      mine: answersFor(actor, request)
    })),
    unasked: rows.filter(({ requestId }) => requestId === null).length,
    texts: await textsOf(shown),
    redactions: redactions.map(({ id, postId, passage }) => ({
      id,
      number: numbers.get(postId) ?? 0,
      passage
    }))
  };
}

async function textsOf(rows: (typeof copyPosts.$inferSelect)[]): Promise<CopyView['texts']> {
  const wholes = new Map(
    (await listPostsById(rows.map(({ postId }) => postId))).map((whole) => [whole.post.id, whole])
  );
  return rows.flatMap(({ postId, number, revision }) => {
    const whole = wholes.get(postId);
    const markdown =
      whole?.post.revision === revision
        ? whole.markdown
        : whole?.former.find((former) => former.revision === revision)?.markdown;
    return whole && markdown
      ? [{ postId, number, lang: whole.post.lang, dir: whole.post.dir, markdown }]
      : [];
  });
}

/** What would be public now: for who moderates, before anybody else sees it. */
export async function readCopyPreview(actor: Actor, threadId: string): Promise<string> {
  return (await composeCopy(db, await findCopyToModerate(actor, threadId))).html;
}

/** The copies that the reader is asked about, what waits for an answer first. */
export async function listCopiesAskedOf(actor: Actor): Promise<AskedOfMe[]> {
  if (actor.kind !== 'member') return [];
  const organisations = actor.capacities.map(({ value }) => value);
  const rows = await db
    .select()
    .from(copyRequests)
    .innerJoin(readingCopies, eq(readingCopies.id, copyRequests.copyId))
    .where(
      and(
        isNull(readingCopies.withdrawnAt),
        or(
          eq(copyRequests.personId, actor.personId),
          organisations.length ? inArray(copyRequests.organisationId, organisations) : undefined
        )
      )
    )
    .orderBy(desc(readingCopies.createdAt))
    .limit(100);
  const threads = new Map<string, AskedOfMe>();
  for (const { copy_requests: request, reading_copies: copy } of rows) {
    const known = threads.get(copy.threadId);
    threads.set(copy.threadId, {
      threadId: copy.threadId,
      title: copy.subject,
      lang: copy.lang,
      dir: copy.dir,
      at: copy.createdAt.toISOString(),
      answered: request.answer !== null && (known?.answered ?? true)
    });
  }
  return [...threads.values()].sort((a, b) => Number(a.answered) - Number(b.answered));
}

/** What the page of a thread says of its copy: where it is public, and whether the reader is asked, or may propose one. */
export async function readCopyNote(
  actor: Actor,
  threadId: string
): Promise<{ publicId: string | null; asked: boolean; there: boolean }> {
  const copy = await copyOf(threadId);
  if (!copy) return { publicId: null, asked: false, there: false };
  const requests =
    actor.kind === 'member'
      ? await db.select().from(copyRequests).where(eq(copyRequests.copyId, copy.id))
      : [];
  return {
    publicId: copy.publishedAt ? copy.id : null,
    asked: requests.some((request) => answersFor(actor, request)),
    there: true
  };
}
