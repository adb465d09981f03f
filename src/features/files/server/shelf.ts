/**
 * Where bytes lie: DATA_DIR/files, outside of everything that is served as it is, two levels of folders, under ids of
 * ours. They come in under another name, and get theirs when they are whole and on the disk.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { settings } from '#lib/server/env.ts';
import { limits } from '../files.ts';

export const shelfDir = (): string => join(settings().dataDir, 'files');
const incomingDir = () => join(shelfDir(), 'incoming');

/** On any shelf. The end of an id is its random part: folders fill evenly. */
export const placeOf = (storedId: string): string =>
  join(storedId.slice(-2), storedId.slice(-4, -2), storedId);

export const pathOf = (storedId: string): string => join(shelfDir(), placeOf(storedId));

export interface Incoming {
  path: string;
  bytes: number;
  sha256: string;
  handle: FileHandle;
}

/** The longest pause in a stream, in milliseconds: on a slow line a chunk still comes now and then. */
const longestPause = 60_000;

/**
 * Writes a stream to the disk as it comes, a chunk in memory at a time. Refuses what is empty or larger than a file may
 * be without reading to its end. The caller closes the handle, and puts the file away or discards it.
 */
export async function takeIn(stream: ReadableStream<Uint8Array>): Promise<Incoming> {
  await mkdir(incomingDir(), { recursive: true });
  const path = join(incomingDir(), newId());
  const handle = await open(path, 'wx+', 0o600);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    // Not `for await`: leaving it early would cut the line, and with it the answer that says why.
    const reader = stream.getReader();
    for (;;) {
      const chunk = await inTime(reader.read());
      if (chunk.done) break;
      bytes += chunk.value.byteLength;
      if (bytes > limits.fileBytes) throw new Refusal('invalid', 'file-too-large', 'file');
      hash.update(chunk.value);
      await handle.appendFile(chunk.value);
    }
    if (bytes === 0) throw new Refusal('invalid', 'file-empty', 'file');
    await handle.sync();
    return { path, bytes, sha256: hash.digest('hex'), handle };
  } catch (fault) {
    await handle.close();
    await discard(path);
    throw fault;
  }
}

async function inTime<T>(chunk: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Refusal('invalid', 'file-cut', 'file')), longestPause);
  });
  try {
    return await Promise.race([chunk, late]);
  } catch (fault) {
    throw fault instanceof Refusal ? fault : new Refusal('invalid', 'file-cut', 'file');
  } finally {
    clearTimeout(timer);
  }
}

/** Gives what came in its name for good; it is there after a power cut when this returns. */
export async function putAway(path: string, storedId: string): Promise<void> {
  const target = pathOf(storedId);
  await mkdir(dirname(target), { recursive: true });
  await rename(path, target);
  for (const folder of [dirname(target), dirname(dirname(target)), shelfDir()]) {
    const handle = await open(folder, 'r');
    await handle.sync();
    await handle.close();
  }
}

export const discard = (path: string): Promise<void> => rm(path, { force: true });

export const isThere = (storedId: string): Promise<boolean> =>
  stat(pathOf(storedId)).then(
    () => true,
    () => false
  );

/** The bytes, from `start` to `end` inclusive; opened when the first one is asked for. */
export const bytesOf = (storedId: string, range?: { start: number; end: number }) =>
  createReadStream(pathOf(storedId), range);

/** Everything that lies on the shelf: the name (an id) and the path, incoming ones too. */
export async function everythingOnShelf(): Promise<{ name: string; path: string }[]> {
  const found = await readdir(shelfDir(), { recursive: true, withFileTypes: true }).catch(() => []);
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => ({ name: entry.name, path: join(entry.parentPath, entry.name) }));
}
