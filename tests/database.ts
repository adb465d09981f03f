/** Gives each test worker a migrated, empty database of its dialect: a SQLite file, or Postgres in this process. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { remember } from '#lib/server/remember.ts';
import '#server/session-parts.ts';

process.env.DATA_DIR ??= mkdtempSync(join(tmpdir(), 'palabre-test-'));
await remember('test-database', async () => {
  if (process.env.PALABRE_TEST_DIALECT === 'postgres')
    await (await import('#lib/server/postgres.ts')).openPglite();
  const { migrate } = await import('#lib/server/migrate.ts');
  await migrate();
  const { followDirectory } = await import('#features/search/server/directory.ts');
  followDirectory();
  const { followClosings } = await import('#features/outcomes/server/follow-closings.ts');
  followClosings();
});
