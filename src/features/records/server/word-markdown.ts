import { renderMarkdown } from '#lib/server/markdown.ts';
import { paragraph, run, type Look, type Tongue } from './word-text.ts';

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };
const decoded = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi,
    (whole, hex: string, decimal: string, name: string) =>
      name
        ? (entities[name] ?? whole)
        : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))
  );

const looks: Record<string, keyof Look> = { strong: 'bold', em: 'italic', s: 'strike', code: 'code' };
/** What begins a paragraph of its own. */
const blocks = new Set(['p', 'li', 'h3', 'h4', 'h5', 'h6', 'pre', 'tr', 'hr', 'blockquote', 'table']);

/**
 * What somebody wrote in Markdown as paragraphs of Word. It reads the HTML that the house shows, which is sanitised and well-formed:
 * emphasis, lists, quotes and code keep their look; an address stands behind its words, so that a printed copy has it too.
 */
export function wordMarkdown(text: string, tongue: Tongue, origin: string): string {
  const done: string[] = [];
  let runs = '';
  const on: Look = {};
  const lists: { ordered: boolean; next: number }[] = [];
  let quotes = 0;
  let heading = false;
  /** Nothing but the mark of a list's item was said yet: its first paragraph stands beside it. */
  let bullet = false;
  let href: string | null = null;
  const flush = () => {
    if (runs)
      done.push(
        paragraph(runs, tongue, {
          style: heading ? 'Heading4' : quotes > 0 ? 'Quote' : '',
          indent: lists.length
        })
      );
    runs = '';
  };
  const say = (words: string) => (runs += run(words, tongue, on));
  for (const [, close, tag, rest, words] of renderMarkdown(text).matchAll(
    /<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/g
  )) {
    if (words !== undefined) {
      const plain = decoded(words);
      if (plain.trim()) bullet = false;
      if (plain.trim() || (runs && !plain.includes('\n'))) say(on.code ? plain : plain.replace(/\n/g, ' '));
      continue;
    }
    if (blocks.has(tag) && !(bullet && tag === 'p')) flush();
    if (looks[tag]) on[looks[tag]] = !close;
    else if (tag === 'br') runs += '<w:r><w:br/></w:r>';
    else if (/^h\d$/.test(tag)) heading = !close;
    else if (tag === 'blockquote') quotes += close ? -1 : 1;
    else if (tag === 'ul' || tag === 'ol') {
      flush();
      if (close) lists.pop();
      else lists.push({ ordered: tag === 'ol', next: Number(/start="(\d+)"/.exec(rest)?.[1] ?? 1) });
    } else if (tag === 'li' && !close) {
      const list = lists.at(-1);
      say(list?.ordered ? `${list.next++}. ` : '• ');
      bullet = true;
    } else if ((tag === 'td' || tag === 'th') && close) say('  |  ');
    else if (tag === 'a') {
      const address = href;
      href = close ? null : decoded(/href="([^"]*)"/.exec(rest)?.[1] ?? '');
      if (close && address) say(` (${address.startsWith('/') ? origin : ''}${address})`);
    }
  }
  flush();
  return done.join('');
}
