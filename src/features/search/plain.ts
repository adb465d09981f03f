/**
 * The words of a Markdown text as a result shows them: without its marks, the addresses behind links, and what it quotes
 * of others, which is found where it was said.
 */
export function plainOf(markdown: string): string {
  // Runs of spaces first: what follows looks for marks among them, and would look again from each one.
  const text = markdown.replace(/[^\S\n]+/g, ' ');
  const own = text.replace(/^ ?>.*$/gm, '');
  return (/[\p{L}\p{N}]/u.test(own) ? own : text)
    .replace(/!?\[([^\]\n]{0,500})\]\((?:[^()\s]|\([^()\s]*\)){0,2000}(?:\s+"[^"\n]*")?\)/g, '$1')
    .replace(/^ ?(?:> ?)+/gm, '')
    .replace(/^ ?(?:#{1,6} |[-+*] |(?:-{3,}|\*{3,}|={3,}|`{3,}.*)$)/gm, '')
    .replace(/^[ :|-]+$/gm, (line) => (line.includes('---') ? '' : line))
    .replace(/(\*\*|__|~~|`)(?=\S)|(?<=\S)(\*\*|__|~~|`)/g, '')
    .replace(/(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu, '')
    .replace(/ ?\| ?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
