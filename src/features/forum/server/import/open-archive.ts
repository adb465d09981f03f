import { createReadStream, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { Refusal } from '#lib/refusal.ts';

/** How reading ended, when not at a proper end: what was whole before it stands. */
export type BrokenEnd = 'truncated' | 'damaged' | 'inflates-too-much';

export interface Archive {
  chunks: AsyncIterable<Buffer>;
  /** Size of the file on disk, in bytes, and how much of it was read: what a progress bar shows. */
  size: number;
  read(): number;
  /** Known once the chunks are at their end. */
  broken(): BrokenEnd | null;
}

/** Text shrinks to a third or a tenth; a hundredth, over more than `ratioFrom` bytes, is a bomb and not a list. */
export const inflation = { ratio: 100, ratioFrom: 32 * 1024 * 1024, most: 20 * 1024 * 1024 * 1024 };

/**
 * Opens a mailing-list archive, plain or gzip (told by its first bytes, not by its name), as a stream: memory stays
 * the same whatever the size. Refuses not-found (`file-missing`) and invalid (`file-unreadable`, a folder for instance).
 */
export async function openArchive(path: string, bounds = inflation): Promise<Archive> {
  const { size, gzip } = await look(path);
  const file = createReadStream(path, { highWaterMark: 64 * 1024 });
  let broken: BrokenEnd | null = null;
  return { chunks: chunks(), size, read: () => file.bytesRead, broken: () => broken };

  async function* chunks(): AsyncGenerator<Buffer> {
    const stream = gzip ? file.pipe(createGunzip()) : file;
    // An error of the file itself does not travel through pipe().
    if (gzip) file.once('error', (fault) => stream.destroy(fault));
    let inflated = 0;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        inflated += chunk.length;
        if (
          gzip &&
          (inflated > bounds.most ||
            (inflated > bounds.ratioFrom && inflated > file.bytesRead * bounds.ratio))
        ) {
          broken = 'inflates-too-much';
          return;
        }
        yield chunk;
      }
    } catch (fault) {
      const { code } = fault as NodeJS.ErrnoException;
      if (!code?.startsWith('Z_')) throw fault;
      broken = code === 'Z_BUF_ERROR' ? 'truncated' : 'damaged';
    } finally {
      file.destroy();
    }
  }
}

async function look(path: string): Promise<{ size: number; gzip: boolean }> {
  try {
    const { size } = statSync(path);
    const handle = await open(path);
    try {
      const first = Buffer.alloc(2);
      await handle.read(first, 0, 2, 0);
      return { size, gzip: first[0] === 0x1f && first[1] === 0x8b };
    } finally {
      await handle.close();
    }
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') throw new Refusal('not-found', 'file-missing');
    throw new Refusal('invalid', 'file-unreadable');
  }
}
