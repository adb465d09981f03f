/** Turning what a mail holds into the Markdown of a post: the same words, nothing of it read as a mark by accident. */

/** A plain-text mail as Markdown: quotes stay quotes, everything else shows as it was typed. */
export function markdownOfText(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd());
  const written: string[] = [];
  for (const line of lines) {
    const depth = quoteDepth(line);
    const before = written.at(-1);
    // A line after a quote would be read as its continuation; an own line before it would swallow nothing, but look so.
    if (before !== undefined && before !== '' && quoteDepth(before) > 0 !== depth > 0) written.push('');
    written.push(
      depth > 0 ? `${'>'.repeat(depth)} ${shown(line.replace(/^[ >]+/, ''))}`.trimEnd() : indented(line)
    );
  }
  return written
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** How deep a line is quoted: `> > text` is 2. Deeper than a dozen is nobody's quote any more. */
const quoteDepth = (line: string): number =>
  Math.min(/^ ?(?:> ?)+/.exec(line)?.[0].replaceAll(' ', '').length ?? 0, 12);

/** Four spaces make a code block, which keeps tables and commands aligned; inside one nothing needs a backslash. */
const indented = (line: string): string => (/^(?: {4}|\t)/.test(line) ? line : shown(line));

/** The line with a backslash before whatever Markdown would take for a mark. */
function shown(line: string): string {
  return line
    .replace(/[\\`*[\]<]/g, String.raw`\$&`)
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\_`)
    .replace(/~~/g, String.raw`\~\~`)
    .replace(/^(\s*)(#{1,6}(?=\s|$)|[-=_+]{2,}\s*$)/, String.raw`$1\$2`);
}

/** The words of an HTML mail, with its paragraphs, list items and quotes. Linear in the length of what is given. */
export function textOfHtml(html: string): string {
  const source = html.slice(0, 1_000_000).replace(/\r\n?/g, '\n');
  let depth = 0;
  let silent: string | null = null;
  const out: string[] = [''];
  const breakLine = () => out.push('');
  for (const [token] of source.matchAll(/<!--|<[^<>]*>|[^<]+|</g)) {
    const name = /^<(\/?)([a-z][a-z0-9]*)/i.exec(token);
    if (!name) {
      if (silent === null && token !== '<!--') out[out.length - 1] += decoded(token).replace(/\s+/g, ' ');
      continue;
    }
    const closing = name[1] === '/';
    const tag = name[2].toLowerCase();
    if (silent !== null) {
      if (closing && tag === silent) silent = null;
    } else if (!closing && /^(?:style|script|title|template)$/.test(tag)) silent = tag;
    else if (tag === 'blockquote') {
      breakLine();
      depth = Math.max(0, depth + (closing ? -1 : 1));
    } else if (/^(?:br|p|div|tr|li|h[1-6]|ul|ol|table|hr)$/.test(tag)) {
      breakLine();
      if (tag === 'p' && closing) breakLine();
      if (tag === 'li' && !closing) out[out.length - 1] = '- ';
    }
    if (depth > 0 && out.at(-1) === '') out[out.length - 1] = `${'>'.repeat(Math.min(depth, 12))} `;
  }
  return out
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  ecirc: 'ê',
  ocirc: 'ô'
};

const decoded = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi,
    (whole: string, decimal?: string, hexadecimal?: string, named?: string) => {
      if (named) return entities[named.toLowerCase()] ?? whole;
      const point = decimal ? Number(decimal) : Number.parseInt(hexadecimal!, 16);
      return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
        ? String.fromCodePoint(point)
        : '';
    }
  );
