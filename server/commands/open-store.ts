import { existsSync } from 'node:fs';
import { followDirectory } from '#features/search/server/directory.ts';
import { store } from '#lib/server/db.ts';
import { settings } from '#lib/server/env.ts';
import { migrate, pendingMigrations } from '#lib/server/migrate.ts';
import { openPglite, openPostgres } from '#lib/server/postgres.ts';
import { Stopped } from './command.ts';

let open = false;

/**
 * Opens the store for a command. `bringUp` makes and migrates the database; without it the database must be there and
 * of this version: a command must not change, unasked, what an older server may be running on.
 */
export async function openStore({ bringUp }: { bringUp: boolean }): Promise<string[]> {
  const { database } = settings();
  if (!bringUp && database.kind === 'sqlite' && !existsSync(database.file))
    throw new Stopped(
      `There is no database at ${database.file}; set DATA_DIR or DATABASE_URL, or make one with "npx palabre migrate".`
    );
  if (database.kind === 'postgres') openPostgres(database.url);
  if (database.kind === 'pglite') await openPglite(database.dir);
  open = true;
  followDirectory();
  if (bringUp) return migrate();
  const pending = await pendingMigrations();
  if (pending.length)
    throw new Stopped(
      `The database is of an older version (${pending.length} migrations behind); stop the server and run "npx palabre migrate".`
    );
  return [];
}

export async function closeStore(): Promise<void> {
  if (open) await store().close();
  open = false;
}

/** The SQLite file that backup and restore are about; with Postgres one sentence says what to use instead. */
export function sqliteFile(instead: string): string {
  const { database } = settings();
  if (database.kind !== 'sqlite')
    throw new Stopped(`This works on SQLite only; with Postgres use ${instead}.`);
  return database.file;
}
