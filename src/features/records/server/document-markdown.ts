import { inLine, plainMarkdown, quoted } from '#features/archive/plain-markdown.ts';
import type { Block, Written } from '#features/sessions/chapter-text.ts';
import type { CorrectionText, RecordDocument } from './compose-document.ts';

/** Headings of ours, and quotes of theirs: no line that somebody wrote can pass for a heading or a name. */
export function documentMarkdown(document: RecordDocument): string {
  const { title, forum, about, corrections, chapters, proof, address } = document;
  const { origin } = new URL(address);
  return `# ${inLine(title.text)}

${[forum, ...about].map(inLine).join('  \n')}
${corrections.map((each) => correction(each, origin)).join('')}${chapters
    .map(
      ({ title, blocks }) => `
## ${inLine(title)}
${blocks.map((block) => one(block, origin)).join('')}`
    )
    .join('')}
---

<${address}>

${inLine(proof)}
`;
}

const notes = (all: string[] = []) => (all.length ? `\n${all.map(inLine).join('  \n')}\n` : '');

const words = ({ text, markdown }: Written, origin: string): string =>
  `\n${quoted(markdown ? plainMarkdown(text, origin) : text.split('\n').map(inLine).join('  \n'))}\n`;

const correction = ({ title, about, words: said, notes: more }: CorrectionText, origin: string): string =>
  `\n**${inLine(title)}**\n${notes(about)}${words(said, origin)}${notes(more)}`;

function one(block: Block | CorrectionText, origin: string): string {
  if (block.kind === 'heading') return `\n### ${inLine(block.text)}\n`;
  if (block.kind === 'line') return `\n${inLine(block.text)}\n`;
  if (block.kind === 'correction') return correction(block, origin);
  if (block.kind === 'table') {
    const row = (cells: string[]) => `| ${cells.map((cell) => inLine(cell) || ' ').join(' | ')} |\n`;
    return `\n${row(block.head)}${row(block.head.map(() => '---'))}${block.rows.map(({ cells }) => row(cells)).join('')}`;
  }
  const { passage, about } = block;
  return `${passage ? `\n### ${inLine(passage.label)}\n` : ''}${about.length ? notes([about.join(' · ')]) : ''}${block.words.map((each) => words(each, origin)).join('')}${notes(block.notes)}`;
}
