import { reindex } from '../reindex.ts';
import type { Command } from './command.ts';
import { openStore } from './open-store.ts';

export const command: Command = {
  name: 'reindex',
  usage: '',
  summary: 'write the search index anew',
  details:
    'It may run beside the server and may be stopped and begun again. npm start does the same, once, when texts are missing from the index.',
  takes: { least: 0, most: 0 },
  async run() {
    await openStore({ bringUp: false });
    let shown = 0;
    const written = await reindex((count) => {
      if (count - shown >= 5000) console.log(`${(shown = count)} texts`);
    });
    console.log(`The search index has ${written} texts.`);
  }
};
