import { closeSync, existsSync, fsyncSync, openSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Stopped, type Command } from './command.ts';
import { backUpFiles, filesBeside } from './kept-files.ts';
import { sqliteFile } from './open-store.ts';

export const command: Command = {
  name: 'backup',
  usage: 'FILE',
  summary: 'write a consistent copy of the database and of what was attached, while the server runs',
  details:
    'One SQLite file, checked after it was written, and beside it the folder FILE.files when anything was attached. An existing file is never overwritten. The data folder may also hold mails (mail/).',
  takes: { least: 1, most: 1 },
  async run({ words: [path], file }) {
    const database = sqliteFile('pg_dump');
    const target = file(path);
    if (!existsSync(database)) throw new Stopped(`There is no database at ${database}.`);
    reserve(target);
    const source = new Database(database, { readonly: true, fileMustExist: true });
    try {
      // All pages in one step: a step at a time would begin again whenever somebody posts.
      await source.backup(target, { progress: () => 2 ** 31 - 1 });
      verify(target);
    } catch (fault) {
      rmSync(target, { force: true });
      throw fault;
    } finally {
      source.close();
    }
    const { copied, lost } = backUpFiles(target);
    console.log(`Backed up to ${target} (${statSync(target).size.toLocaleString('en')} bytes, checked).`);
    if (copied) console.log(`${copied} attached files are in ${filesBeside(target)}, each checked.`);
    if (lost.length)
      throw new Stopped(
        `${lost.length} attached files are missing or damaged, the first ${lost[0]}; the rest is backed up.`
      );
  }
};

/** Takes the name, readable by this user only: what is in it is everything that people wrote here. */
function reserve(target: string): void {
  if (!existsSync(dirname(target))) throw new Stopped(`There is no folder ${dirname(target)}.`);
  try {
    closeSync(openSync(target, 'wx', 0o600));
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST')
      throw new Stopped(`${target} exists; a backup never overwrites a file.`);
    throw fault;
  }
}

function verify(target: string): void {
  const copy = new Database(target);
  copy.pragma('journal_mode = DELETE');
  const found = copy.pragma('integrity_check', { simple: true });
  copy.close();
  if (found !== 'ok')
    throw new Stopped(`The copy is damaged and was removed (${String(found)}); run "npx palabre check".`);
  const handle = openSync(target, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
