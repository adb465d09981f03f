import { createWriteStream, openSync } from 'node:fs';
import { once } from 'node:events';
import { actorDigest, saltFor } from '#features/audit/entry-hash.ts';
import { readEntries } from '#features/audit/server/read-entries.ts';
import { Stopped, type Command } from './command.ts';
import { openStore } from './open-store.ts';

export const command: Command = {
  name: 'audit',
  usage: 'FILE',
  summary: 'write the whole chain of facts to a file, for an archive or an auditor',
  details:
    'One entry a line, as JSON, oldest first, with its hash; who acted stands as an id and as the digest that the hash is made\nof. Names and texts are not in it. An existing file is never overwritten.',
  takes: { least: 1, most: 1 },
  async run({ words: [path], file }) {
    await openStore({ bringUp: false });
    const target = file(path);
    let handle: number;
    try {
      handle = openSync(target, 'wx', 0o600);
    } catch (fault) {
      const { code, message } = fault as NodeJS.ErrnoException;
      throw new Stopped(code === 'EEXIST' ? `${target} exists; it is not overwritten.` : message);
    }
    const out = createWriteStream(target, { fd: handle });
    let [after, hash] = [0, ''];
    for (;;) {
      const entries = await readEntries(after, 2000);
      for (const { salt, ...entry } of entries) {
        const line = { ...entry, actorDigest: actorDigest(entry.actor, saltFor('actor', salt)) };
        if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain');
      }
      const last = entries.at(-1);
      if (!last) break;
      [after, hash] = [last.seq, last.hash];
    }
    out.end();
    await once(out, 'close');
    console.log(after ? `${after} entries; the last one is ${hash}.` : 'There is no entry yet.');
  }
};
