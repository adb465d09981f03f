import { desc, eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import { renderKept } from '#lib/server/markdown.ts';
import type { FormerFacts, PostComparison, PostHistory, PostSource } from '../forum.ts';
import { findPost } from './find-post.ts';
import { mayCorrectLanguage, mayEdit, mayWithdraw } from './may.ts';
import { experienceRevisions, experiences } from './purpose-tables.ts';
import { postRevisions } from './tables.ts';
import { experienceView, postView } from './views.ts';
import { wordDiff } from './word-diff.ts';

/** A post with its Markdown, for editing and quoting. A withdrawn text is given to nobody. */
export async function readPost(actor: Actor, by: { threadId: string; id: string }): Promise<PostSource> {
  const { thread, space, post, author, withdrawn } = await findPost(actor, by);
  if (withdrawn) throw new Refusal('not-found');
  const may = {
    edit: mayEdit(actor, space, author),
    withdraw: mayWithdraw(actor, author),
    language: mayCorrectLanguage(actor, space, author),
    titleLanguage: post.number === 1 && mayCorrectLanguage(actor, space, thread)
  };
  const [told] =
    thread.purpose === 'call'
      ? await db.select().from(experiences).where(eq(experiences.postId, post.id))
      : [];
  return {
    thread: { id: thread.id, title: thread.subject, lang: thread.lang, dir: thread.dir },
    space: { slug: space.slug, titles: space.titles },
    post: postView(post, null),
    body: post.body,
    langSaid: post.langSaid,
    may,
    // Who may change it reads all of it.
    experience:
      told && may.edit
        ? { ...experienceView(told, post), contact: told.contact, contactKept: told.contactKept }
        : null
  };
}

/** Every text that a post has had, the one in force first, and what changed between two of them: the last two unless asked. */
export async function readPostHistory(
  actor: Actor,
  by: { threadId: string; id: string },
  asked: { from?: number; to?: number } = {}
): Promise<PostHistory> {
  const { thread, space, post, withdrawn } = await findPost(actor, by);
  if (withdrawn) throw new Refusal('not-found');
  const former = await db
    .select()
    .from(postRevisions)
    .where(eq(postRevisions.postId, post.id))
    .orderBy(desc(postRevisions.revision));
  const facts = thread.purpose === 'call' ? await readFacts(post.id) : new Map<number, FormerFacts>();
  const now = {
    ...post,
    personName: post.editedByName ?? post.personName,
    createdAt: post.editedAt ?? post.createdAt
  };
  return {
    thread: { id: thread.id, title: thread.subject, lang: thread.lang, dir: thread.dir },
    space: { slug: space.slug, titles: space.titles },
    post: postView(post, null),
    compared: compare([now, ...former], asked),
    texts: [now, ...former].map(({ revision, body, lang, dir, personName, createdAt }) => ({
      revision,
      html: renderKept(`${post.id}:${revision}`, body),
      lang,
      dir,
      by: personName,
      at: createdAt.toISOString(),
      facts: facts.get(revision) ?? null
    }))
  };
}

/** What the form of an experience said at each revision of its post. */
async function readFacts(postId: string): Promise<Map<number, FormerFacts>> {
  const [now] = await db.select().from(experiences).where(eq(experiences.postId, postId));
  if (!now) return new Map();
  const former = await db.select().from(experienceRevisions).where(eq(experienceRevisions.postId, postId));
  const facts = new Map<number, FormerFacts>([
    [now.revision, { country: now.place, year: now.year, outcome: now.outcome }]
  ]);
  for (const { revision, fields } of former) {
    const { country, year, outcome } = fields as unknown as FormerFacts;
    facts.set(revision, { country, year, outcome });
  }
  return facts;
}

type Text = Pick<typeof postRevisions.$inferSelect, 'revision' | 'body' | 'lang' | 'dir'>;

function compare(texts: Text[], asked: { from?: number; to?: number }): PostComparison | null {
  const [last, before] = texts;
  if (!before) return null;
  const textOf = (revision: number | undefined, otherwise: Text) =>
    texts.find((text) => text.revision === revision) ?? otherwise;
  const [from, to] = [textOf(asked.from, before), textOf(asked.to, last)];
  const changes = wordDiff(from.body, to.body);
  return { from: from.revision, to: to.revision, changes, lang: to.lang, dir: to.dir };
}
