import type { Act } from '#features/people/people.ts';
import type { Names } from '#lib/names.ts';
import type { Direction } from '#lib/dir.ts';

/** What can be found. A `thread` carries the text of its opening post; a `post` is a reply in it. */
export const documentKinds = [
  'thread',
  'post',
  'brief',
  'publication',
  'session',
  'statement',
  'record',
  'lesson',
  'position',
  'space',
  'organisation',
  'person',
  'country'
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** What `kind:` also means: threads by what they are for, and replies that tell an experience. */
export const narrowerKinds = ['question', 'call', 'announcement', 'support', 'experience'] as const;
export type NarrowerKind = (typeof narrowerKinds)[number];

/** One thing that can be found, as the slice that owns it writes it into the index. */
export interface SearchDocument {
  kind: DocumentKind;
  /** Of the object itself; with `kind` it names the document. */
  id: string;
  /** Who may read this space may find it; null: whoever may see the platform. */
  spaceId: string | null;
  threadId?: string | null;
  /** Where a click leads, on this site: `/threads/ID?post=3#post-3`. */
  address: string;
  /** Empty for a reply, which is shown under its thread's. */
  title: string;
  /** Markdown, or plain text. */
  text: string;
  lang: string;
  /** As it stands on the object; null hides the author from results and operators (a Chatham House room). */
  act: Act | null;
  tags?: string[];
  /** What `tag:` also finds it by: its tags as they are called in each language. */
  tagNames?: string[];
  /** What it is about, when it is no act: an organisation's or a person's country, those of a forum. */
  countries?: string[];
  /** What it is more narrowly: a thread that is a question, a reply that tells an experience. */
  narrower?: NarrowerKind[];
  at: Date;
  /** `members`: also hidden from guests of a public space. */
  audience?: 'readers' | 'members';
}

export const limits = { pageSize: 20, counted: 1000, query: 400, indexedText: 200_000 } as const;

export interface Marked {
  text: string;
  /** Whether these are words that were looked for. */
  hit: boolean;
}

export interface SearchHit {
  kind: DocumentKind;
  id: string;
  address: string;
  title: Marked[];
  /** Its name by language, when it has several: shown instead of the title. */
  names: Names | null;
  titleLang: string;
  titleDir: Direction;
  snippet: Marked[];
  lang: string;
  dir: Direction;
  act: Act | null;
  space: { slug: string; titles: Names } | null;
  tags: string[];
  /** ISO 8601, UTC. */
  at: string;
}
