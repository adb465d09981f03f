/** Where lessons come from. Doors may know every slice: this one asks each for what the reader may open. */
import type { Origin, OriginKind } from '#features/lessons/lessons.ts';
import { originKinds } from '#features/lessons/lessons.ts';
import { findBrief } from '#features/briefs/server/find-brief.ts';
import { findThread } from '#features/forum/server/find-thread.ts';
import { readPost } from '#features/forum/server/read-post.ts';
import { readThread } from '#features/forum/server/read-thread.ts';
import type { Actor } from '#features/people/people.ts';
import { readSession } from '#features/sessions/server/read-session.ts';
import { isId } from '#lib/id.ts';
import { nameIn } from '#lib/names.ts';
import { Refusal } from '#lib/refusal.ts';

/** What a lesson begins with when it is drawn from somewhere. */
export interface Beginning {
  origin: Origin;
  lang: string;
  /** The words that gave the idea, and whose they are. */
  quote: string;
}

const quoteLength = 1500;

/** `origin` is `thread:ID`; `post` is what in it, a post's number. Throws not-found for what `actor` may not open. */
export async function readBeginning(actor: Actor, params: URLSearchParams): Promise<Beginning | null> {
  const named = params.get('origin');
  if (!named) return null;
  const [kind, id = ''] = named.split(':');
  if (!isOriginKind(kind) || !isId(id)) throw new Refusal('not-found');
  const at = params.get('post');
  if (kind === 'thread' && at && /^[1-9]\d{0,8}$/.test(at)) return readPostAsBeginning(actor, id, Number(at));
  const { title, lang } = await readers[kind](actor, id);
  // In a session or brief `post` is the fragment of its page.
  const anchor = at && kind !== 'thread' && /^[\w-]{1,80}$/.test(at) ? at : null;
  return { origin: { kind, id, anchor, title }, lang, quote: '' };
}

async function readPostAsBeginning(actor: Actor, threadId: string, number: number): Promise<Beginning> {
  const thread = await readThread(actor, threadId, number);
  const found = thread.posts.find((post) => post.number === number);
  if (!found || found.withdrawn) throw new Refusal('not-found');
  const { body, post } = await readPost(actor, { threadId, id: found.id });
  const who = post.act.organisation ? nameIn(post.act.organisation, post.lang) : post.act.personName;
  const words = body.length > quoteLength ? `${body.slice(0, quoteLength).toWellFormed()} …` : body;
  return {
    origin: { kind: 'thread', id: threadId, anchor: `post-${number}`, title: thread.title },
    lang: post.lang,
    quote: `« ${words} » (${who})`
  };
}

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
