import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Records laid down in a file that only this process may read, one a line, and read again as often as wanted. */
export class Spool<T> {
  readonly #folder: string;
  readonly #file: FileHandle;
  #count = 0;

  private constructor(folder: string, file: FileHandle) {
    this.#folder = folder;
    this.#file = file;
  }

  static async open<T>(): Promise<Spool<T>> {
    const folder = await mkdtemp(join(tmpdir(), 'palabre-export-'));
    return new Spool<T>(folder, await open(join(folder, 'records'), 'ax', 0o600));
  }

  async add(records: T[]): Promise<void> {
    this.#count += records.length;
    if (records.length) await this.#file.appendFile(records.map((one) => `${lineOf(one)}\n`).join(''));
  }

  async *read(): AsyncGenerator<T> {
    if (this.#count === 0) return;
    const stream = createReadStream(join(this.#folder, 'records'), { encoding: 'utf8' });
    let read = 0;
    try {
      for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
        yield JSON.parse(line) as T;
        // The lines of one chunk come without a turn of the event loop between them.
        if ((read += 1) % 50 === 0) await new Promise(setImmediate);
      }
    } finally {
      stream.destroy();
    }
  }

  async drop(): Promise<void> {
    await this.#file.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** JSON on one line, for readers too who take the separators of Unicode for the end of a line. */
const lineOf = (record: unknown): string =>
  JSON.stringify(record).replace(/[\u2028\u2029]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16)}`);
