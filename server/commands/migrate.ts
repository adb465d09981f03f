import { adoptPosts } from '#features/archive/server/adopt-posts.ts';
import type { Command } from './command.ts';
import { openStore } from './open-store.ts';

export const command: Command = {
  name: 'migrate',
  usage: '',
  summary: 'bring the database to the shape of this version',
  details: 'npm start does the same. Each migration is one transaction; there is no way back but a backup.',
  takes: { least: 0, most: 0 },
  async run() {
    const applied = await openStore({ bringUp: true });
    console.log(
      applied.length
        ? applied.map((tag) => `applied ${tag}`).join('\n')
        : 'The database is of this version; nothing to do.'
    );
    const adopted = await adoptPosts();
    if (adopted > 0) console.log(`took ${adopted} posts that are older than the chain of facts into it`);
  }
};
