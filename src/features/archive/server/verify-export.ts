import { actorDigest, hashOf, sha256, textDigest } from '#features/audit/entry-hash.ts';
import { events, facts } from '#features/forum/forum.ts';
import type { ExportedEntry, ExportedPost, ExportedThread, Manifest } from '../export.ts';

export interface Verdict {
  /** Sentences of what does not hold; none: the export proves itself. */
  wrong: string[];
  files: number;
  posts: number;
  entries: number;
  /** What to ask the house that it came from: is this entry still this one? */
  record: Manifest['record'];
}

/**
 * Looks whether an export is what it says, with nothing but its own files: each file has the hash of the manifest; each
 * entry of the record has the hash that its fields give, and follows the one before it of the same thread, from the first
 * to the one that the manifest ends with; each text is the one whose digest was written. See docs/decisions for what that
 * proves, and what only the house can answer.
 */
export function verifyExport(files: Map<string, Buffer>): Verdict {
  const verdict: Verdict = { wrong: [], files: 0, posts: 0, entries: 0, record: null };
  const manifest = parsed<Manifest>(files, 'manifest.json', verdict);
  if (manifest?.format !== 'palabre-export') {
    verdict.wrong.push('This is not an export of Palabre: it has no manifest.json that says so.');
    return verdict;
  }
  verdict.record = manifest.record;
  checkFiles(manifest, files, verdict);
  const thread = parsed<ExportedThread & { posts: ExportedPost[] }>(files, 'thread.json', verdict);
  const record = parsed<{ entries: ExportedEntry[]; elsewhere: ExportedEntry[] }>(
    files,
    'record.json',
    verdict
  );
  if (!thread || !record) return verdict;
  checkEntries(record.entries, manifest, verdict);
  for (const entry of record.elsewhere) checkHash(entry, verdict);
  checkTexts(thread.posts, [...record.elsewhere, ...record.entries], verdict);
  if (thread.postsCount !== thread.posts.length)
    verdict.wrong.push(`The thread has ${thread.postsCount} posts, thread.json has ${thread.posts.length}.`);
  return verdict;
}

function checkFiles(manifest: Manifest, files: Map<string, Buffer>, verdict: Verdict): void {
  for (const { name, bytes, sha256: expected } of manifest.files) {
    const content = files.get(name);
    verdict.files += 1;
    if (!content) verdict.wrong.push(`${name} is missing.`);
    else if (content.length !== bytes || sha256(content) !== expected)
      verdict.wrong.push(`${name} is not the file that the manifest names.`);
  }
  const named = new Set(['manifest.json', ...manifest.files.map(({ name }) => name)]);
  for (const name of files.keys())
    if (!named.has(name)) verdict.wrong.push(`${name} is not named in the manifest.`);
}

function checkHash(entry: ExportedEntry, verdict: Verdict): void {
  const { actor, hash, textSalt: _, ...fields } = entry;
  if (actor && actorDigest(actor as never, actor.salt) !== fields.actorDigest)
    verdict.wrong.push(`Entry ${entry.seq} names someone else than the one who acted.`);
  if (hashOf(fields) !== hash) verdict.wrong.push(`Entry ${entry.seq} was changed after it was written.`);
}

function checkEntries(entries: ExportedEntry[], manifest: Manifest, verdict: Verdict): void {
  let before: ExportedEntry | null = null;
  for (const entry of entries) {
    verdict.entries += 1;
    checkHash(entry, verdict);
    if (entry.threadId !== manifest.thread.id)
      verdict.wrong.push(`Entry ${entry.seq} belongs to another thread.`);
    if (entry.threadPrevious !== (before?.hash ?? null) || entry.seq <= (before?.seq ?? 0))
      verdict.wrong.push(
        `Entry ${entry.seq} does not follow the one before it: one is missing, or was put in.`
      );
    // Two that stand beside each other in the chain of the whole house follow each other there as well.
    if (before && entry.seq === before.seq + 1 && entry.previous !== before.hash)
      verdict.wrong.push(`Entry ${entry.seq} does not follow entry ${before.seq} in the chain.`);
    before = entry;
  }
  if ((before?.hash ?? null) !== (manifest.record?.hash ?? null))
    verdict.wrong.push('The record ends with another entry than the manifest says.');
}

function checkTexts(posts: ExportedPost[], entries: ExportedEntry[], verdict: Verdict): void {
  const ofPost = Map.groupBy(
    entries.filter(({ objectKind }) => objectKind === 'post'),
    ({ objectId }) => objectId
  );
  for (const post of posts) {
    verdict.posts += 1;
    const own = ofPost.get(post.id) ?? [];
    ofPost.delete(post.id);
    const written = own.filter(({ digest }) => digest !== null);
    if (written.length === 0) verdict.wrong.push(`Post ${post.number} stands in no entry.`);
    if (post.withdrawn) {
      if (!own.some(({ action }) => action === facts.withdrawn || action === facts.hidden))
        verdict.wrong.push(`Post ${post.number} is withdrawn without an entry.`);
      continue;
    }
    const texts = [...post.former.map(({ markdown }) => markdown), post.markdown ?? ''];
    if (texts.length !== written.length)
      verdict.wrong.push(`Post ${post.number} has ${texts.length} texts, the record ${written.length}.`);
    for (const [place, { seq, digest, textSalt }] of written.entries())
      if (texts[place] === undefined || !textSalt || textDigest(texts[place], textSalt) !== digest)
        verdict.wrong.push(`Post ${post.number} does not say what entry ${seq} recorded.`);
    const [first] = written;
    if (first?.actor && first.actor.personId !== post.act.personId)
      verdict.wrong.push(`Post ${post.number} is by another person than entry ${first.seq} recorded.`);
  }
  // What was posted here and is not here any more must have been moved on.
  for (const [, own] of ofPost)
    if (
      own.some(({ action }) => action === events.replyPosted || action === events.threadStarted) &&
      !own.some(({ action }) => /moved|split|merged/.test(action))
    )
      verdict.wrong.push(`A post that entry ${own[0].seq} recorded is not in the export.`);
}

function parsed<T>(files: Map<string, Buffer>, name: string, verdict: Verdict): T | null {
  const content = files.get(name);
  try {
    if (content) return JSON.parse(content.toString('utf8')) as T;
  } catch {
    // said below
  }
  if (content) verdict.wrong.push(`${name} cannot be read.`);
  return null;
}
