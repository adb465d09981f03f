import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { knownMigrations } from '#lib/server/migrate.ts';
import { Stopped, type Command } from './command.ts';
import { bringFiles, filesBeside } from './kept-files.ts';
import { sqliteFile } from './open-store.ts';

export const command: Command = {
  name: 'restore',
  usage: 'FILE',
  summary: 'put a backup in the place of the database, while no server runs',
  details: 'The backup is checked first; the database that was there is kept beside it as .before-restore.',
  takes: { least: 1, most: 1 },
  async run({ words: [path], file }) {
    const database = sqliteFile('pg_restore');
    const backup = file(path);
    if (backup === database) throw new Stopped('This file is the database itself.');
    const migrations = verify(backup);
    const files = bringFiles(backup);
    if (files.lost.length)
      throw new Stopped(
        `${files.lost.length} attached files are missing or damaged in ${filesBeside(backup)}; nothing was changed.`
      );
    mkdirSync(dirname(database), { recursive: true });
    const incoming = `${database}.restoring`;
    rmSync(incoming, { force: true });
    copyFileSync(backup, incoming);
    try {
      const aside = existsSync(database) ? putAside(database) : null;
      renameSync(incoming, database);
      files.putInPlace();
      console.log(
        `Restored ${backup} (${migrations} migrations).${aside ? ` What was there is in ${aside}.` : ''}`
      );
    } finally {
      rmSync(incoming, { force: true });
    }
  }
};

/** Whether this is a whole database of ours, and not of a newer version; how many migrations it has seen. */
function verify(backup: string): number {
  if (!existsSync(backup)) throw new Stopped(`There is no file ${backup}.`);
  const notOurs = new Stopped(`${backup} is not a database of Palabre.`);
  let copy;
  try {
    copy = new Database(backup, { readonly: true, fileMustExist: true });
    if (copy.pragma('integrity_check', { simple: true }) !== 'ok')
      throw new Stopped(`${backup} is damaged; nothing was changed.`);
    const tags = copy.prepare('select tag from migrations').pluck().all() as string[];
    const known = knownMigrations();
    const stranger = tags.find((tag) => !known.includes(tag));
    if (stranger)
      throw new Stopped(
        `${backup} was made by a newer version of Palabre (it has "${stranger}"); nothing was changed.`
      );
    if (tags.length === 0) throw notOurs;
    return tags.length;
  } catch (fault) {
    throw fault instanceof Stopped ? fault : notOurs;
  } finally {
    copy?.close();
  }
}

/**
 * Moves the present database aside, if nobody has it open: leaving write-ahead mode needs the file for oneself, and
 * puts everything into the one file. The lock is held until it is moved, so that no server starts in between.
 */
function putAside(database: string): string {
  let aside = `${database}.before-restore`;
  for (let count = 2; existsSync(aside); count += 1) aside = `${database}.before-restore-${count}`;
  const present = new Database(database, { timeout: 200 });
  try {
    present.pragma('journal_mode = DELETE');
    present.exec('BEGIN EXCLUSIVE');
    renameSync(database, aside);
    present.exec('ROLLBACK');
  } catch (fault) {
    const { code } = fault as { code?: string };
    if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED')
      throw new Stopped('The database is in use: stop the server first. Nothing was changed.');
    // A damaged file is what one restores for: it is kept as it is.
    if (code !== 'SQLITE_NOTADB' && code !== 'SQLITE_CORRUPT') throw fault;
    present.close();
    for (const part of ['', '-wal', '-shm'])
      if (existsSync(database + part)) renameSync(database + part, aside + part);
  } finally {
    present.close();
  }
  return aside;
}
