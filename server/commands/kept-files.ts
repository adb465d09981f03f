/** The files that people attached, beside a database: copied and proven one by one, by what the database says of them. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { placeOf, shelfDir } from '#features/files/server/shelf.ts';

interface Row {
  stored: string;
  sha256: string;
  attached: string | null;
}

/** Where a backup's files lie: a folder beside its database. */
export const filesBeside = (backup: string): string => `${backup}.files`;

/** What the database at `path` says it has; what is not attached to anything may be gone, and is no loss. */
function rowsOf(path: string): Row[] {
  const database = new Database(path, { readonly: true, fileMustExist: true });
  try {
    const there = database.prepare("select 1 from sqlite_master where name = 'files'").get();
    if (!there) return [];
    return database
      .prepare(
        'select stored_id as stored, sha256, max(attached_id) as attached from files group by stored_id'
      )
      .all() as Row[];
  } finally {
    database.close();
  }
}

export const isWhole = (path: string, sha256: string): boolean =>
  existsSync(path) && createHash('sha256').update(readFileSync(path)).digest('hex') === sha256;

/** Copies what the database names from one shelf to another; the count, and those that are missing or not what they were. */
function copyAll(database: string, from: string, to: string): { copied: number; lost: string[] } {
  const lost: string[] = [];
  let copied = 0;
  for (const { stored, sha256, attached } of rowsOf(database)) {
    const [source, target] = [join(from, placeOf(stored)), join(to, placeOf(stored))];
    if (isWhole(source, sha256)) {
      mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
      copyFileSync(source, target);
      copied += 1;
    } else if (attached) lost.push(stored);
  }
  return { copied, lost };
}

/** After the database was copied: bytes are there before their row, so what its copy names is there. */
export const backUpFiles = (backup: string) => copyAll(backup, shelfDir(), filesBeside(backup));

/**
 * Brings a backup's files to a new shelf beside ours. `putInPlace` moves ours aside and the new one in, after the
 * database; nothing is changed before.
 */
export function bringFiles(backup: string): { copied: number; lost: string[]; putInPlace: () => void } {
  const incoming = `${shelfDir()}.restoring`;
  rmSync(incoming, { recursive: true, force: true });
  const outcome = copyAll(backup, filesBeside(backup), incoming);
  const putInPlace = () => {
    let aside = `${shelfDir()}.before-restore`;
    for (let count = 2; existsSync(aside); count += 1) aside = `${shelfDir()}.before-restore-${count}`;
    if (existsSync(shelfDir())) renameSync(shelfDir(), aside);
    if (existsSync(incoming)) renameSync(incoming, shelfDir());
  };
  return { ...outcome, putInPlace };
}
