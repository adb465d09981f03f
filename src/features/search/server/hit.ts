import type { Act } from '#features/people/people.ts';
import { dirOf } from '#lib/dir.ts';
import type { FoundHit, Row } from './found.ts';
import { marked, snippetOf, type MarkedWords } from './snippet.ts';

/** A result as a page shows it, out of its row. A reply stands under the title of its thread. */
export function hitOf(row: Row, marks: MarkedWords): FoundHit {
  const [kind, id, spaceId, lang, at, address, ownTitle, tags, act, text, threadTitle, threadLang] = row;
  const title = ownTitle || threadTitle || '';
  return {
    kind,
    id,
    spaceId,
    address,
    title: marked(title, marks),
    titleLang: ownTitle ? lang : (threadLang ?? lang),
    titleDir: dirOf(title),
    snippet: text ? snippetOf(text, marks) : [],
    lang,
    dir: dirOf(text),
    act: (typeof act === 'string' ? JSON.parse(act) : act) as Act | null,
    tags: (typeof tags === 'string' ? JSON.parse(tags) : tags) as string[],
    at: new Date(at).toISOString()
  };
}
