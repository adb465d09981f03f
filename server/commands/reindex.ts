import { reindex } from '../reindex.ts';
import { relink } from '../relink.ts';
import type { Command } from './command.ts';
import { openStore } from './open-store.ts';

export const command: Command = {
  name: 'reindex',
  usage: '',
  summary: 'write the search index anew, and what older texts point at',
  details:
    'It may run beside the server and may be stopped and begun again. npm start writes the index, once, when texts are missing from it.',
  takes: { least: 0, most: 0 },
  async run() {
    await openStore({ bringUp: false });
    let shown = 0;
    const written = await reindex((count) => {
      if (count - shown >= 5000) console.log(`${(shown = count)} texts`);
    });
    console.log(`The search index has ${written} texts.`);
    console.log(`${await relink()} texts were linked to what they point at.`);
  }
};
