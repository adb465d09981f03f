import type { Act } from '#features/people/people.ts';
import type { Closure, PostView, ThreadState } from '#features/forum/forum.ts';
import type { Direction } from '#lib/dir.ts';
import type { Names } from '#lib/names.ts';

/** The files that one takes along, and what each is called in an address: `/threads/ID/export.zip`. */
export const exportFormats = ['zip', 'html', 'md', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Changes whenever a field of the JSON changes its meaning or goes away; a new field does not change it. */
export const exportVersion = 1;

export const exportLimits = { perTenMinutes: 20, batch: 100 } as const;

/** thread.json, without its posts. Times are ISO 8601 in UTC, countries ISO 3166-1 alpha-2, languages BCP 47. */
export interface ExportedThread {
  format: 'palabre-thread';
  version: typeof exportVersion;
  id: string;
  address: string;
  title: string;
  lang: string;
  dir: Direction;
  at: string;
  act: Act;
  forum: { address: string; titles: Names };
  purpose: string;
  tags: string[];
  /** The accepted answer of a question. */
  answer: ThreadState['answer'];
  closed: Closure | null;
  postsCount: number;
  /** The thread's sequence: two exports with the same number are of the same state. */
  sequence: number;
}

export interface ExportedPost {
  id: string;
  number: number;
  address: string;
  at: string;
  act: Act;
  cleared: PostView['cleared'];
  lang: string;
  dir: Direction;
  /** The number of the post that it answers. */
  answers: number | null;
  revision: number;
  edited: { at: string; by: string } | null;
  /** As it was written; null when it is withdrawn or hidden. */
  markdown: string | null;
  /** What it said before each edit; revision 0 is what was posted. */
  former: { revision: number; at: string; lang: string; markdown: string }[];
  /** A trace in place of a text. `category`: hidden by a moderator for this reason; `by` is then empty. */
  withdrawn: PostView['withdrawn'];
  /** The form of a call for experiences, filled in. */
  experience: PostView['experience'];
  /** `file`: where its bytes are in the ZIP; null when they are not kept (imported mails name theirs only). */
  attachments: {
    name: string;
    type: string;
    bytes: number;
    sha256: string | null;
    file: string | null;
    address: string | null;
  }[];
}

/**
 * An entry of the audit chain as an export tells it. `actor` and `textSalt` are there only for what the export shows
 * anyway; without them the digests still are, and the hash can be worked out again (see audit/entry-hash.ts).
 */
export interface ExportedEntry {
  seq: number;
  at: string;
  action: string;
  actor: {
    personId: string;
    capacity: string;
    organisationId: string | null;
    country: string | null;
    salt: string;
  } | null;
  actorDigest: string | null;
  objectKind: string;
  objectId: string;
  threadId: string | null;
  spaceId: string | null;
  digest: string | null;
  textSalt: string | null;
  detail: Record<string, string | number | boolean | null>;
  previous: string;
  threadPrevious: string | null;
  hash: string;
}

/** manifest.json: every other file with its hash, and where the thread's entries end. */
export interface Manifest {
  format: 'palabre-export';
  version: typeof exportVersion;
  thread: { id: string; address: string; title: string; sequence: number };
  /** The last entry of the thread. Its hash stands for every entry of the house before it, too. */
  record: { seq: number; hash: string } | null;
  files: { name: string; bytes: number; sha256: string }[];
}

/** A name that is a file in its folder on any system, whatever somebody called it. */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .replace(/\.{2,}/g, '.');
  const dot = plain.lastIndexOf('.');
  const extension = dot > 0 && plain.length - dot <= 8 ? plain.slice(dot) : '';
  return (
    `${[...plain.slice(0, plain.length - extension.length)].slice(0, 60).join('')}${extension}` || 'file'
  );
}
