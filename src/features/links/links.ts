/**
 * What a text points at. A reference or a mention is an ordinary link to an address of ours, `[#Title](/threads/ID)` or
 * `[@Ministry](/organisations/slug)`: it is read without a script, travels through mail and export, and has no syntax
 * of its own. `#` and `@` in the composer only write such links.
 */
export const linkKinds = [
  'thread',
  'brief',
  'lesson',
  'session',
  'person',
  'organisation',
  'country',
  'forum'
] as const;
export type LinkKind = (typeof linkKinds)[number];

/** `id`: the id in the address; of an organisation or forum its slug, of a country its code. `post`: a post's number. */
export interface Target {
  kind: LinkKind;
  id: string;
  post: number | null;
}

/**
 * Where it is said. `spaceId` is what a reader's rights are asked of; null: whoever may see the platform. `threadId` is the
 * thread of a post, or the session of a statement.
 */
export interface Source {
  kind: 'post' | 'brief' | 'lesson' | 'session' | 'statement';
  id: string;
  threadId: string | null;
  spaceId: string | null;
  membersOnly?: boolean;
}

/** A text as it is linked: where it is said, what it says, and when it was written. */
export interface LinkedText {
  source: Source;
  text: string;
  at: Date;
}

/** The most targets that one text is kept with: more is no reference but a list. */
export const mostTargets = 50;

const kindOf: Record<string, LinkKind> = {
  threads: 'thread',
  briefs: 'brief',
  lessons: 'lesson',
  sessions: 'session',
  people: 'person',
  organisations: 'organisation',
  countries: 'country',
  forums: 'forum'
};
// A target of a Markdown link, or an address as it was pasted; of our own host or without one.
const address =
  /(?:\]\(\s*<?|(?<=^|\s))(?<origin>https?:\/\/[^\s/()<>]+)?\/(?<noun>threads|briefs|lessons|sessions|people|organisations|countries|forums)\/(?<id>[A-Za-z0-9-]{2,80})(?<rest>[^\s()<>]*)/g;

/** The addresses of ours in a Markdown text, each once, in their order. Quoted lines and code point at nothing. */
export function targetsIn(text: string, origin: string): Target[] {
  const own = text.replace(/```[\s\S]*?(```|$)|`[^`\n]*`/g, ' ').replace(/^\s*>.*$/gm, ' ');
  const found = new Map<string, Target>();
  for (const { groups } of own.matchAll(address)) {
    const { origin: host, noun, id, rest } = groups as Record<string, string | undefined>;
    if (!noun || !id || id === 'new' || (host && host !== origin)) continue;
    const kind = kindOf[noun];
    const post = kind === 'thread' ? Number(/[?&]post=(\d+)/.exec(rest ?? '')?.[1] ?? 0) || null : null;
    const target: Target = { kind, id: kind === 'country' ? id.toUpperCase() : id.toLowerCase(), post };
    if (found.size < mostTargets) found.set(`${kind} ${target.id} ${post}`, target);
  }
  return [...found.values()];
}

/** Where something is pointed at, as its page shows it. `toPost`: the post that is meant, 0 for the whole. */
export interface Mention {
  href: string;
  title: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  /** The number of the post that says it in its thread, or of the statement in its session. */
  number: number | null;
  kind: Source['kind'];
  toPost: number;
}

const naming: ReadonlySet<LinkKind> = new Set<LinkKind>(['person', 'organisation', 'country']);

/** Whom a changed text names that it did not name before. */
export function newlyNamed(before: Target[], now: Target[]): Target[] {
  const old = new Set(before.map(({ kind, id }) => `${kind} ${id}`));
  return now.filter(({ kind, id }) => naming.has(kind) && !old.has(`${kind} ${id}`));
}
