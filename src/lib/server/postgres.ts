import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import type { Db, Store, Tx } from './db.ts';
import { remember } from './remember.ts';

/** Opens Postgres by its connection string and makes it this process's store. */
export function openPostgres(url: string): Store {
  const pool = new Pool({ connectionString: url, max: 10 });
  const db = drizzlePg(pool);
  return remember('store', () => ({
    db: db as unknown as Db,
    atomic: (work) => db.transaction((tx) => work(tx as unknown as Tx)),
    raw: async (sql, params = []) => (await pool.query({ text: sql, values: params, rowMode: 'array' })).rows,
    close: () => pool.end()
  }));
}

/** Opens PGlite, Postgres in this process: what the tests of the second dialect run on. `dir` undefined is memory. */
export async function openPglite(dir?: string): Promise<Store> {
  // A development dependency, and 20 MB: named so that the bundler leaves it out of the build.
  const name = '@electric-sql/pglite';
  const { PGlite } = (await import(/* @vite-ignore */ name)) as typeof import('@electric-sql/pglite');
  const { drizzle } = (await import(
    /* @vite-ignore */ 'drizzle-orm/pglite'
  )) as typeof import('drizzle-orm/pglite');
  const client = new PGlite(dir);
  const db = drizzle(client);
  return remember('store', () => ({
    db: db as unknown as Db,
    atomic: (work) => db.transaction((tx) => work(tx as unknown as Tx)),
    raw: async (sql, params = []) =>
      (await client.query(sql, params, { rowMode: 'array' })).rows as unknown[][],
    close: () => client.close()
  }));
}
