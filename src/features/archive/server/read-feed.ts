import { postAddress } from '#features/forum/forum.ts';
import { listNewestPosts, type NewestPost } from '#features/forum/server/list-newest-posts.ts';
import { readThread } from '#features/forum/server/read-thread.ts';
import type { Actor } from '#features/people/people.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { nameIn } from '#lib/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { limit } from '#lib/server/limits.ts';
import { feedLimits } from '../feeds.ts';
import { atomOf, type AtomEntry } from './atom.ts';
import { whole } from '../export-page.ts';
import { listPublicCopies } from './read-public-copy.ts';
import { exportWords } from './export-words.ts';

export interface Feed {
  xml: string;
  /** When anything of it last changed. */
  changed: Date;
  /** Whether anyone may have it. */
  open: boolean;
}

interface Asked {
  locale: string;
  origin: string;
  /** Whom it is counted for: a person, or a guest's address. */
  who: string;
}

/** What is new in a thread, for whoever may read it now. Refuses not-found, too-many. */
export async function readThreadFeed(actor: Actor, id: string, asked: Asked): Promise<Feed> {
  await limit('feed', asked.who, feedLimits.perTenMinutes, 600);
  const thread = await readThread(actor, id, 1);
  const newest = await listNewestPosts({ threadId: id }, feedLimits.entries);
  const address = `${asked.origin}/threads/${id}`;
  return feedOf(newest, asked, thread.space.visibility === 'public', {
    id,
    title: thread.title,
    lang: thread.lang,
    address
  });
}

/** What is new in a forum, over all its threads. */
export async function readSpaceFeed(actor: Actor, slug: string, asked: Asked): Promise<Feed> {
  await limit('feed', asked.who, feedLimits.perTenMinutes, 600);
  const space = await readSpace(actor, { slug });
  const newest = await listNewestPosts({ spaceId: space.id }, feedLimits.entries);
  return feedOf(newest, asked, space.visibility === 'public', {
    id: space.id,
    title: nameIn(space.titles, asked.locale),
    lang: asked.locale,
    address: `${asked.origin}/forums/${slug}`
  });
}

function feedOf(
  newest: NewestPost[],
  { locale, origin }: Asked,
  open: boolean,
  about: { id: string; title: string; lang: string; address: string }
): Feed {
  const words = exportWords(locale);
  const changes = newest.map(({ post }) => post.withdrawn?.at ?? post.edited?.at ?? post.at);
  const updated = changes.toSorted().at(-1) ?? '1970-01-01T00:00:00.000Z';
  const entries = newest
    .filter(({ post }) => !post.withdrawn)
    .map(({ post, thread }): AtomEntry => ({
      id: post.id,
      title: `${thread.title} #${post.number}`,
      lang: post.lang,
      author: `${words.who(post.act)} (${words.capacity(post.act)})`,
      address: `${origin}${postAddress(thread.id, post.number)}`,
      published: post.at,
      updated: post.edited?.at ?? post.at,
      html: `<div lang="${post.lang}" dir="${post.dir}">${whole(post.html, origin)}</div>`
    }));
  const xml = atomOf({ ...about, self: `${about.address}/feed.atom`, updated, entries });
  return { xml, changed: new Date(updated), open };
}

/** The public copies, for anyone. An entry leads to the page and names its hash; the words stay there. */
export async function readCopiesFeed({ locale, origin, who }: Asked): Promise<Feed> {
  await limit('feed', who, feedLimits.perTenMinutes, 600);
  const words = exportWords(locale);
  const copies = await listPublicCopies(feedLimits.entries);
  const updated =
    copies
      .map(({ changedAt }) => changedAt)
      .toSorted()
      .at(-1) ?? '1970-01-01T00:00:00.000Z';
  const xml = atomOf({
    // A name of our own, the same for good: there is one such feed in a house.
    id: '019aa000-c091-7000-8000-000000000001',
    title: words.say(m.archive_copies),
    lang: locale,
    self: `${origin}/copies/feed.atom`,
    address: `${origin}/copies`,
    updated,
    entries: copies.map((copy) => ({
      id: copy.id,
      title: copy.title,
      lang: copy.lang,
      author: 'Palabre',
      address: `${origin}/copies/${copy.id}`,
      published: copy.publishedAt,
      updated: copy.changedAt,
      html: `<p>${words.say(m.archive_copy_edition, { number: copy.edition })} SHA-256 ${copy.hash}</p>`
    }))
  });
  return { xml, changed: new Date(updated), open: true };
}
