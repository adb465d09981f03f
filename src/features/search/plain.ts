/**
 * The words of a Markdown text as a result shows them: without its marks, the addresses behind links, and what it quotes
 * of others, which is found where it was said.
 */
export function plainOf(markdown: string): string {
  const own = markdown.replace(/^[ \t]*>.*$/gm, '');
  return (/[\p{L}\p{N}]/u.test(own) ? own : markdown)
    .replace(/!?\[([^\]\n]{0,500})\]\((?:[^()\s]|\([^()\s]*\)){0,2000}(?:\s+"[^"\n]*")?\)/g, '$1')
    .replace(/^[ \t]*(?:>[ \t]*)+/gm, '')
    .replace(/^[ \t]*(?:#{1,6}[ \t]+|[-+*][ \t]+|(?:-{3,}|\*{3,}|={3,}|`{3,}.*)$)/gm, '')
    .replace(/^[ \t]*\|?[ \t:|-]*-{3}[ \t:|-]*$/gm, '')
    .replace(/(\*\*|__|~~|`)(?=\S)|(?<=\S)(\*\*|__|~~|`)/g, '')
    .replace(/(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu, '')
    .replace(/[ \t]*\|[ \t]*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
