/**
 * Markdown that people wrote, made safe to hand out: whoever opens it may have a program that runs what ours does not.
 * HTML becomes text, links lead to the web, to mail or to a post, and nothing of it can pass for a heading of ours.
 */

/** `origin`: addresses of ours become whole, so that they work outside. */
export function plainMarkdown(text: string, origin: string): string {
  return outsideCode(text, (prose) =>
    prose
      .replace(
        /(\]\(\s*<?|^[ ]{0,3}\[[^\]\n]{1,300}\]:\s*<?)([^\s<>)]*)/gm,
        (_, before: string, target: string) => `${before}${safeTarget(target, origin)}`
      )
      // `<` opens HTML or an address in angle brackets; only the address stays.
      .replace(/<(?!(?:https?:\/\/|mailto:)[^\s<>]*>)/g, '&lt;')
  );
}

/** As a quote, so that no line of it is a line of the document around it. */
export const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line ? `> ${line}` : '>'))
    .join('\n');

/** One line of ours with a name in it: nothing in the name is markup. */
export const inLine = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#|~&]/g, (mark) => (mark === '<' ? '&lt;' : mark === '&' ? '&amp;' : `\\${mark}`));

function safeTarget(target: string, origin: string): string {
  const plain = decoded(target).replace(/[\s\p{C}]/gu, '');
  if (/^\/(?!\/)/.test(plain)) return `${origin}${target}`;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(plain)?.[1].toLowerCase();
  return !scheme || ['http', 'https', 'mailto'].includes(scheme) ? target : '#link-left-out';
}

const named: Record<string, string> = { colon: ':', tab: '\t', newline: '\n', sol: '/', amp: '&' };

/** What a browser makes of entities, escapes and percent signs in an address, as far as a scheme may hide in them. */
function decoded(target: string): string {
  return target
    .replace(
      /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));?/gi,
      (whole, hex: string, decimal: string, name: string) => {
        if (name) return named[name.toLowerCase()] ?? whole;
        const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : '';
      }
    )
    .replace(/\\(.)/g, '$1')
    .replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Changes what is not code: fenced blocks and spans of backticks stay as they are, there nothing is markup. */
function outsideCode(text: string, change: (prose: string) => string): string {
  const parts: string[] = [];
  let prose: string[] = [];
  let fence: string | null = null;
  const flush = () => {
    if (prose.length)
      parts.push(
        prose
          .join('\n')
          .split(/(?<!`)(`+)(?!`)((?:[^`\n]|(?!\1(?!`))`)+?)\1(?!`)/g)
          .reduce(
            (done, part, index, all) =>
              index % 3 === 0
                ? done + change(part)
                : index % 3 === 1
                  ? `${done}${part}${all[index + 1]}${part}`
                  : done,
            ''
          )
      );
    prose = [];
  };
  for (const line of text.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
    if (fence === null && mark && !(mark[1][0] === '`' && mark[2].includes('`'))) {
      flush();
      fence = mark[1];
      parts.push(`${mark[1]}${mark[2].replace(/[<>&]/g, '')}`);
    } else if (fence !== null) {
      parts.push(line);
      if (mark && mark[1][0] === fence[0] && mark[1].length >= fence.length && !mark[2].trim()) fence = null;
    } else prose.push(line);
  }
  flush();
  // A block that never ends would swallow what comes after it.
  if (fence !== null) parts.push(fence);
  return parts.join('\n');
}
