import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { dialect } from './columns.ts';
import { store } from './db.ts';

interface Journal {
  entries: { idx: number; when: number; tag: string }[];
}

/** A database that this version must not touch: its message is one sentence for the operator. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase';
}

/**
 * Brings the database to this version's shape, one transaction a migration, forward only.
 * Returns the names of the migrations applied. Throws NewerDatabase before anything is written.
 */
export async function migrate(folder = resolve('drizzle', dialect)): Promise<string[]> {
  const pending = await pendingMigrations(folder);
  await run(`create table if not exists migrations (tag text primary key, applied_at text not null)`);
  for (const tag of pending) {
    const statements = readFileSync(resolve(folder, `${tag}.sql`), 'utf8').split('--> statement-breakpoint');
    await store().atomic(async (tx) => {
      const { sql } = await import('drizzle-orm');
      for (const statement of statements) if (statement.trim()) await execute(tx, sql.raw(statement));
      await execute(
        tx,
        sql`insert into migrations (tag, applied_at) values (${tag}, ${new Date().toISOString()})`
      );
    });
  }
  return pending;
}

/** The migrations that this version has and the database has not, in order. Throws NewerDatabase for the reverse. */
export async function pendingMigrations(folder = resolve('drizzle', dialect)): Promise<string[]> {
  const known = knownMigrations(folder);
  const done = await appliedTags();
  const stranger = done.find((tag) => !known.includes(tag));
  if (stranger)
    throw new NewerDatabase(
      `The database was made by a newer version of Palabre (it has "${stranger}"); start that version instead.`
    );
  return known.filter((tag) => !done.includes(tag));
}

export function knownMigrations(folder = resolve('drizzle', dialect)): string[] {
  const journal = JSON.parse(readFileSync(resolve(folder, 'meta/_journal.json'), 'utf8')) as Journal;
  return journal.entries.map(({ tag }) => tag);
}

async function appliedTags(): Promise<string[]> {
  const table =
    dialect === 'sqlite'
      ? `select name from sqlite_master where type = 'table' and name = 'migrations'`
      : `select table_name from information_schema.tables where table_schema = current_schema() and table_name = 'migrations'`;
  if ((await store().raw(table)).length === 0) return [];
  return (await store().raw('select tag from migrations')).map(([tag]) => String(tag));
}

const run = (sql: string) => store().raw(sql);

/** The two dialects name the method for a statement without rows differently. */
async function execute(tx: unknown, statement: unknown): Promise<void> {
  const runner = tx as { run?: (s: unknown) => Promise<unknown>; execute?: (s: unknown) => Promise<unknown> };
  await (runner.execute ? runner.execute(statement) : runner.run!(statement));
}
