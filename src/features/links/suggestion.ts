/** `#` or `@` at the start of a word, and what is typed after it, up to the caret. A heading (`# `) is none. */
export const trigger = /(?:^|[\s([{«"'’])([#@])([^\s#@[\]][^\n#@[\]]{0,40})?$/u;

export interface Suggestion {
  kind: string;
  text: string;
  note: string;
  href: string;
  lang?: string;
}

/** The Markdown link that stands in the text: the sign stays in it, so that it reads as what it is. */
export const linkOf = (sign: string, { text, href }: Suggestion): string =>
  `[${sign}${text.replace(/[\\[\]]/g, '\\$&')}](${href}) `;
