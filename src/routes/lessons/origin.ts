/** Where lessons come from. Doors may know every slice: this one asks each for what the reader may open. */
import type { Origin, OriginKind } from '#features/lessons/lessons.ts';
import { originKinds } from '#features/lessons/lessons.ts';
import { findBrief } from '#features/briefs/server/find-brief.ts';
import { findThread } from '#features/forum/server/find-thread.ts';
import { readPost } from '#features/forum/server/read-post.ts';
import { readThread } from '#features/forum/server/read-thread.ts';
import type { Act, Actor } from '#features/people/people.ts';
import { readSession } from '#features/sessions/server/read-session.ts';
import { readStatements } from '#features/statements/server/read-statements.ts';
import { isId } from '#lib/id.ts';
import { nameIn } from '#lib/names.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';

/** What a lesson begins with when it is drawn from somewhere. */
export interface Beginning {
  origin: Origin;
  lang: string;
  /** The words that gave the idea, and whose they are. */
  quote: string;
}

const quoteLength = 1500;

/**
 * `origin` is `thread:ID`; `post` (its id or number) or `statement` (its id) is what in it gave the idea. Throws
 * not-found for what `actor` may not open.
 */
export async function readBeginning(actor: Actor, params: URLSearchParams): Promise<Beginning | null> {
  const named = params.get('origin');
  if (!named) return null;
  const [kind, id = ''] = named.split(':');
  if (!isOriginKind(kind) || !isId(id)) throw new Refusal('not-found');
  const [post, statement] = [params.get('post'), params.get('statement')];
  if (kind === 'thread' && post) return fromPost(actor, id, post);
  const { title, lang } = await readers[kind](actor, id);
  const origin: Origin = { kind, id, anchor: null, title };
  return kind === 'session' && statement ? fromStatement(origin, statement) : { origin, lang, quote: '' };
}

async function fromPost(actor: Actor, threadId: string, named: string): Promise<Beginning> {
  const { thread, post } = await readPost(actor, {
    threadId,
    id: await postId(actor, threadId, named)
  });
  const origin: Origin = { kind: 'thread', id: threadId, anchor: `post-${post.number}`, title: thread.title };
  return { origin, lang: post.lang, quote: quoted(post) };
}

async function postId(actor: Actor, threadId: string, named: string): Promise<string> {
  if (!/^[1-9]\d{0,8}$/.test(named)) return named;
  const { posts } = await readThread(actor, threadId, Number(named));
  return posts.find(({ number }) => number === Number(named))?.id ?? '';
}

/** The session was read by then: who may open it may read what was said in it. */
async function fromStatement(origin: Origin, id: string): Promise<Beginning> {
  const statement = (await readStatements(db, origin.id)).find((one) => one.id === id);
  if (!statement) throw new Refusal('not-found');
  return {
    origin: { ...origin, anchor: `statement-${statement.number}` },
    lang: statement.lang,
    quote: quoted(statement)
  };
}

/** Whose words they were is part of the quotation, in the language of the words. */
function quoted({ html, act, lang }: { html: string; act: Act; lang: string }): string {
  const body = wordsOf(html);
  const words = body.length > quoteLength ? `${body.slice(0, quoteLength).toWellFormed()} …` : body;
  return `« ${words.trim()} » (${act.organisation ? nameIn(act.organisation, lang) : act.personName})`;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Our own rendered text as it reads; it goes into a text field, so what looks like a tag afterwards is only text. */
const wordsOf = (html: string): string =>
  html
    .replace(/<\/(p|li|h\d|blockquote)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name])
    .replace(/\n{2,}/g, '\n');

/** Whether the reader may open it: asked before a lesson's page names its origin. */
export const opensOrigin =
  (actor: Actor) =>
  async (kind: OriginKind, id: string): Promise<boolean> => {
    try {
      await readers[kind](actor, id);
      return true;
    } catch (fault) {
      if (fault instanceof Refusal) return false;
      throw fault;
    }
  };

const readers: Record<OriginKind, (actor: Actor, id: string) => Promise<{ title: string; lang: string }>> = {
  thread: async (actor, id) => {
    const { thread } = await findThread(actor, id);
    return { title: thread.subject, lang: thread.lang };
  },
  session: async (actor, id) => (await readSession(actor, id)).session,
  brief: async (actor, id) => (await findBrief(actor, id)).brief
};

const isOriginKind = (kind: string): kind is OriginKind => (originKinds as readonly string[]).includes(kind);
