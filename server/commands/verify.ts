import { readFileSync } from 'node:fs';
import { verifyExport } from '#features/archive/server/verify-export.ts';
import { readWitness } from '#features/audit/server/read-head.ts';
import { readZip } from '#lib/server/zip.ts';
import { Stopped, type Command } from './command.ts';
import { openStore } from './open-store.ts';

export const command: Command = {
  name: 'verify',
  usage: 'FILE.zip [--here]',
  summary: 'look whether the export of a thread is what it was when it was made',
  details:
    'It needs nothing but the file. With --here it is also compared with the audit chain of this installation, which\nalone can say that the record was not written anew. Exit code 1 when something does not hold.',
  takes: { least: 1, most: 1 },
  options: { here: { type: 'boolean' } },
  async run({ words: [path], options, file }) {
    let files: Map<string, Buffer>;
    try {
      files = readZip(readFileSync(file(path)));
    } catch (fault) {
      throw new Stopped(
        (fault as NodeJS.ErrnoException).code === 'ENOENT'
          ? 'There is no such file.'
          : `This is not an export, or it is damaged (${(fault as Error).message}).`
      );
    }
    const { wrong, record, ...seen } = verifyExport(files);
    if (options.here && record) {
      await openStore({ bringUp: false });
      if (!(await readWitness(record.seq, record.hash)))
        wrong.push(`Entry ${record.seq} is another one here: the record was written anew, here or there.`);
    }
    for (const sentence of wrong) console.log(`WRONG  ${sentence}`);
    if (wrong.length) return 1;
    console.log(
      `ok     ${seen.files} files, ${seen.posts} posts, ${seen.entries} entries; each is what it was when it was recorded.`
    );
    if (record)
      console.log(
        options.here
          ? `       This installation has entry ${record.seq} as the export has it.`
          : `       To know that the house it came from says the same, ask it for entry ${record.seq}, ${record.hash}`
      );
    return 0;
  }
};
