import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { remember } from './remember.ts';

/**
 * Markdown as people write it, to HTML that is safe to show. No HTML of their own, no image from anywhere (a link
 * instead: a picture would tell its host who reads), links to the web and to mail only. Time is bounded: nesting is cut
 * before parsing, and the text's length is the caller's to bound.
 */
export function renderMarkdown(text: string): string {
  return sanitizeHtml(parser.render(flattened(text)), allowed);
}

/** The same, kept: a text under a `key` that names its revision never changes. The oldest leave when it is full. */
export function renderKept(key: string, text: string): string {
  const kept = remember('markdown', () => ({ texts: new Map<string, string>(), characters: 0 }));
  const known = kept.texts.get(key);
  const html = known ?? renderMarkdown(text);
  // Taken out and put back: a Map keeps the order of insertion, so the first one is the longest unused.
  if (known === undefined) kept.characters += html.length;
  else kept.texts.delete(key);
  kept.texts.set(key, html);
  for (const [oldest, { length }] of kept.texts) {
    if (kept.characters <= mostKept) break;
    kept.texts.delete(oldest);
    kept.characters -= length;
  }
  return html;
}

/** Characters of rendered text that are kept: some 15,000 posts of ordinary length. */
const mostKept = 16_000_000;
const deepest = 12;

/** Quotes nested deeper than anyone means are cut to `deepest`; so are lists, whose depth is their indent. */
const flattened = (text: string): string =>
  text
    .replace(/^(?:[ \t]*>){13,}/gm, '>'.repeat(deepest))
    .replace(/^(?:[ \t]*(?:[-+*]|\d{1,9}[.)])(?=[ \t])){13,}/gm, '-')
    .replace(/^[ \t]{49,}/gm, ' '.repeat(48))
    // Runs of one mark that open a bracket, an emphasis or a code and never close it.
    .replace(/([[\]()*_`~<!])\1{40,}/g, (run) => run.slice(0, 40));

const parser = new MarkdownIt({ html: false, linkify: true, breaks: true, maxNesting: 30 });
// A word with a dot in it ("e.g.so") is not an address; what has a scheme, or www, is.
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

parser.renderer.rules.image = (tokens, index) => {
  const { content } = tokens[index];
  const label = parser.utils.escapeHtml(content || String(tokens[index].attrGet('src') ?? ''));
  const open = tokens
    .slice(0, index)
    .reduce(
      (depth, token) => depth + (token.type === 'link_open' ? 1 : token.type === 'link_close' ? -1 : 0),
      0
    );
  return open > 0
    ? label
    : `<a href="${parser.utils.escapeHtml(String(tokens[index].attrGet('src') ?? ''))}">${label}</a>`;
};

// A post has a heading of its own (h2): those inside it start at h3 and never skip a level.
parser.core.ruler.push('structure', ({ tokens }) => {
  let before = 2;
  for (const [index, token] of tokens.entries()) {
    // A heading cell without words is no heading: the corner of a table.
    if (token.type === 'th_open' && !tokens[index + 1].content.trim())
      token.tag = tokens[index + 2].tag = 'td';
    if (token.type === 'heading_open') before = Math.min(Number(token.tag[1]) + 2, before + 1, 6);
    if (token.type === 'heading_open' || token.type === 'heading_close') token.tag = `h${before}`;
    // A quote may be in a script that runs the other way than the post around it.
    if (token.type === 'blockquote_open') token.attrSet('dir', 'auto');
  }
});

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    'p',
    'br',
    'hr',
    'em',
    'strong',
    's',
    'code',
    'pre',
    'blockquote',
    'ul',
    'ol',
    'li',
    'a',
    'h3',
    'h4',
    'h5',
    'h6',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td'
  ],
  allowedAttributes: { a: ['href', 'title', 'rel'], ol: ['start'], blockquote: ['dir'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  nestingLimit: 60,
  transformTags: {
    a: (tagName, { href, title }) => ({
      tagName,
      attribs: {
        ...(href ? { href } : {}),
        ...(title ? { title } : {}),
        ...(/^[/#?]/.test(href ?? '') ? {} : { rel: 'noopener nofollow ugc' })
      }
    })
  }
};
