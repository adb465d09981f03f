import { settings } from '#lib/server/env.ts';
import { migrate } from '#lib/server/migrate.ts';
import { openPglite, openPostgres } from '#lib/server/postgres.ts';
import { remember } from '#lib/server/remember.ts';

/** Opens the store, brings it to this version's shape and wakes the listeners. Once per process, however often called. */
export const openHouse = (): Promise<void> =>
  remember('house', async () => {
    const { database } = settings();
    if (database.kind === 'postgres') openPostgres(database.url);
    if (database.kind === 'pglite') await openPglite(database.dir);
    await migrate();
  });
