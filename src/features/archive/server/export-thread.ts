import { createHash } from 'node:crypto';
import { readFile } from '#features/files/server/read-file.ts';
import type { Actor } from '#features/people/people.ts';
import { limit } from '#lib/server/limits.ts';
import { zipOf, type ZipFile } from '#lib/server/zip.ts';
import { exportLimits, exportVersion, safeName, type ExportFormat, type Manifest } from '../export.ts';
import { htmlOf } from './export-html.ts';
import { markdownOf } from './export-markdown.ts';
import { exportWords } from './export-words.ts';
import { gatherThread, type Gathered } from './gather-thread.ts';

export interface ThreadFile {
  name: string;
  type: string;
  chunks: AsyncIterable<Uint8Array | string>;
  /** Takes away what was laid down for it; also when the reader left in the middle. */
  drop(): Promise<void>;
}

const types = {
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
  zip: 'application/zip'
} as const;

/**
 * A whole thread for whoever may read it, as a file, in the language of `locale`. The same state gives the same bytes.
 * `who` is whom it is counted for: a person, or a guest's address. Refuses not-found, too-many, conflict.
 */
export async function exportThread(
  actor: Actor,
  input: { threadId: string; format: ExportFormat; locale: string; origin: string; who: string }
): Promise<ThreadFile> {
  await limit('thread-export', input.who, exportLimits.perTenMinutes, 600);
  const gathered = await gatherThread(actor, input.threadId, input.origin);
  const { thread, posts, drop } = gathered;
  const words = exportWords(input.locale);
  const name = `${safeName(thread.title)}-${thread.id.slice(-6)}`;
  const chunks = {
    html: () => htmlOf(thread, posts.read(), words, false),
    md: () => markdownOf(thread, posts.read(), words, false),
    json: () => jsonOf(gathered),
    zip: () => zipOf(filesOf(gathered, input.locale), lastChange(gathered))
  }[input.format]();
  return { name: `${name}.${input.format}`, type: types[input.format], chunks, drop };
}

const lastChange = ({ last, thread }: Gathered): Date => new Date(last?.at ?? thread.at);

async function* jsonOf({ thread, posts }: Gathered): AsyncGenerator<string> {
  yield `${JSON.stringify(thread).slice(0, -1)},"posts":[`;
  let first = true;
  for await (const { post } of posts.read()) {
    yield `${first ? '' : ','}\n${JSON.stringify(post)}`;
    first = false;
  }
  yield '\n]}\n';
}

async function* recordOf({ entries, elsewhere }: Gathered): AsyncGenerator<string> {
  yield '{"entries":[';
  let first = true;
  for await (const entry of entries.read()) {
    yield `${first ? '' : ','}\n${JSON.stringify(entry)}`;
    first = false;
  }
  yield `\n],"elsewhere":[${elsewhere.map((entry) => `\n${JSON.stringify(entry)}`).join(',')}\n]}\n`;
}

/** The files of the ZIP in their order, each weighed while it goes by; the manifest comes last and names them all. */
async function* filesOf(gathered: Gathered, locale: string): AsyncGenerator<ZipFile> {
  const { thread, posts, last } = gathered;
  const words = exportWords(locale);
  const manifest: Manifest = {
    format: 'palabre-export',
    version: exportVersion,
    thread: { id: thread.id, address: thread.address, title: thread.title, sequence: thread.sequence },
    record: last && { seq: last.seq, hash: last.hash },
    files: []
  };
  const weighed = (name: string, chunks: ZipFile['chunks']): ZipFile => ({
    name,
    chunks: (async function* () {
      const hash = createHash('sha256');
      let bytes = 0;
      for await (const chunk of chunks) {
        const part = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
        hash.update(part);
        bytes += part.length;
        yield part;
      }
      manifest.files.push({ name, bytes, sha256: hash.digest('hex') });
    })()
  });
  yield weighed('thread.html', htmlOf(thread, posts.read(), words, true));
  yield weighed('thread.md', markdownOf(thread, posts.read(), words, true));
  yield weighed('thread.json', jsonOf(gathered));
  yield weighed('record.json', recordOf(gathered));
  for await (const { post, files } of posts.read()) {
    const names = post.attachments.flatMap(({ file }) => file ?? []);
    for (const [place, id] of files.entries()) yield weighed(names[place], (await readFile(id)).open());
  }
  yield {
    name: 'manifest.json',
    chunks: (async function* () {
      yield `${JSON.stringify(manifest, null, 2)}\n`;
    })()
  };
}
