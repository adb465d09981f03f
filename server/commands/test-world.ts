import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

export const onPostgres = process.env.PALABRE_TEST_DIALECT === 'postgres';

/** A Palabre of its own: the real command in a process of its own, in a data folder that did not exist. */
export function aPalabre() {
  const folder = mkdtempSync(join(tmpdir(), 'palabre-command-'));
  const database = join(folder, 'palabre.sqlite');
  const run = (words: string[], settings: Record<string, string> = {}) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['server/palabre/palabre.js', ...words], {
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        DATA_DIR: folder,
        DATABASE_URL: onPostgres ? `pglite:${folder}/postgres` : '',
        ...settings
      }
    });
    return { status, out: stdout, err: stderr, lines: `${stdout}${stderr}`.trim().split('\n').length };
  };
  const rows = (sql: string) => {
    const file = new Database(database, { readonly: true });
    try {
      return file.prepare(sql).raw().all() as unknown[][];
    } finally {
      file.close();
    }
  };
  return { folder, database, run, rows };
}

/** One that holds the demo world: made once, then copied. */
let demo: { folder: string; out: string; err: string; status: number | null } | undefined;
export function aDemo() {
  const palabre = aPalabre();
  if (!demo) {
    const made = aPalabre();
    demo = { folder: made.folder, ...made.run(['seed']) };
  }
  cpSync(demo.folder, palabre.folder, { recursive: true });
  return { ...palabre, seeded: demo };
}
