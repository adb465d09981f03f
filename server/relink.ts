/** What older texts point at, kept as it is with those that are written now: by `palabre reindex`. */
import { setImmediate } from 'node:timers/promises';
import * as briefs from '#features/briefs/server/list-unlinked.ts';
import * as forum from '#features/forum/server/list-unlinked.ts';
import * as lessons from '#features/lessons/server/list-unlinked.ts';
import { appendLinks } from '#features/links/server/append-links.ts';
import { readTargets } from '#features/links/server/read-targets.ts';
import * as statements from '#features/statements/server/list-unlinked.ts';
import { atomic, db } from '#lib/server/db.ts';

const lists = [forum, statements, briefs, lessons].map(({ listUnlinked }) => listUnlinked);
const most = 50;

/**
 * Keeps what texts point at that were written before that was kept, a few texts at a time. Of what is kept nothing is
 * touched, so that it may be stopped and begun again, and run beside people who write. Answers how many texts it found.
 */
export async function relink(): Promise<number> {
  let written = 0;
  for (const list of lists)
    for (let after: string | null = ''; after !== null;) {
      const from: string = after;
      const { texts, last } = await list(db, from, most);
      // Most texts point at nothing: whoever writes is held up only for those that do, read again as they are then.
      if (texts.some(({ text }) => readTargets(text).length > 0))
        written += await atomic(async (tx) => {
          let found = 0;
          for (const { source, text, at } of (await list(tx, from, most)).texts)
            if ((await appendLinks(tx, source, text, true, at)).length > 0) found += 1;
          return found;
        });
      after = last;
      await setImmediate();
    }
  return written;
}
