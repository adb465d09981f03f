import { createHash } from 'node:crypto';
import { escape, exportStyle, whole } from '#features/archive/export-page.ts';
import type { Block, Written } from '#features/sessions/chapter-text.ts';
import { renderMarkdown } from '#lib/server/markdown.ts';
import type { CorrectionText, RecordDocument } from './compose-document.ts';

const style = `${exportStyle}
h2{font-size:1.3rem;margin-block:2rem .5rem}h3{font-size:1rem;margin-block:1rem 0}
article,aside{border-block-start:1px solid var(--line);padding-block:.75rem}aside{border-inline-start:3px solid var(--accent);padding-inline-start:1rem}
.plain{white-space:pre-line}.scroll{overflow-x:auto}`;

/** The page runs nothing and fetches nothing, wherever it is opened. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`;

const attributes = ({ lang, dir }: Pick<Written, 'lang' | 'dir'>) =>
  `lang="${escape(lang)}" dir="${dir === 'rtl' ? 'rtl' : 'ltr'}"`;

/** One page that needs nothing else. */
export function documentHtml(document: RecordDocument): string {
  const { locale, dir, title, about, chapters, corrections } = document;
  const { origin } = new URL(document.address);
  return `<!doctype html>
<html ${attributes({ lang: locale, dir })}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escape(policy)}">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${escape(title.text)}</title>
<style>${style}</style>
</head>
<body>
<header>
<p class="meta">${escape(document.forum)}</p>
<h1 ${attributes(title)}>${escape(title.text)}</h1>
${about.map((line) => `<p class="meta"><bdi>${escape(line)}</bdi></p>`).join('\n')}
${corrections.map(correction).join('')}</header>
<main>
${chapters
  .map(
    ({ title, blocks }) =>
      `<section>\n<h2>${escape(title)}</h2>\n${blocks.map((block) => one(block, origin)).join('')}</section>\n`
  )
  .join('')}</main>
<footer>
<p class="meta"><a href="${escape(document.address)}">${escape(document.address)}</a></p>
<p class="meta">${escape(document.proof)}</p>
</footer>
</body>
</html>
`;
}

const notes = (all: string[] = []) =>
  all.map((note) => `<p class="meta"><bdi>${escape(note)}</bdi></p>\n`).join('');

function words(written: Written, origin: string): string {
  const { text, markdown } = written;
  return markdown
    ? `<div ${attributes(written)}>\n${whole(renderMarkdown(text), origin)}</div>\n`
    : `<p class="plain" ${attributes(written)}>${escape(text)}</p>\n`;
}

const correction = ({ title, about, words: said, notes: more }: CorrectionText): string =>
  `<aside>\n<p><strong>${escape(title)}</strong></p>\n${notes(about)}${words(said, '')}${notes(more)}</aside>\n`;

function one(block: Block | CorrectionText, origin: string): string {
  if (block.kind === 'heading') return `<h3>${escape(block.text)}</h3>\n`;
  if (block.kind === 'line') return `<p>${escape(block.text)}</p>\n`;
  if (block.kind === 'correction') return correction(block);
  if (block.kind === 'table')
    return `<div class="scroll"><table>
<thead><tr>${block.head.map((cell) => `<th scope="col">${escape(cell)}</th>`).join('')}</tr></thead>
<tbody>
${block.rows
  .map(
    ({ passage, cells }) =>
      `<tr${passage ? ` id="${escape(passage.anchor)}"` : ''}>${cells.map((cell) => `<td><bdi>${escape(cell)}</bdi></td>`).join('')}</tr>\n`
  )
  .join('')}</tbody>
</table></div>\n`;
  const { passage, about } = block;
  return `<article${passage ? ` id="${escape(passage.anchor)}"` : ''}>
${passage ? `<h3><a href="#${escape(passage.anchor)}"><bdi>${escape(passage.label)}</bdi></a></h3>\n` : ''}${about.length ? notes([about.join(' · ')]) : ''}${block.words.map((each) => words(each, origin)).join('')}${notes(block.notes)}</article>\n`;
}
