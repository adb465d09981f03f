import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';

/** As people type: without accents and case. */
export const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

const wordsOf = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The longest of the words: what a database looks for. The rest is looked at by `holds`. */
const rarest = (words: string): string =>
  wordsOf(words)
    .sort((a, b) => b.length - a.length)[0]
    ?.slice(0, 40) ?? '';

/**
 * Whether a column holds these words, roughly: letters that may carry an accent, or have a case that a database does not
 * know, stand for any letter. For short lists under a field; what comes is compared again by `holds`.
 */
export const holdsRoughly = (column: SQLWrapper, words: string): SQL =>
  sql`lower(cast(${column} as text)) like ${`%${rarest(words).replace(/[aceinouy\p{Script=Cyrillic}\p{Script=Greek}]/gu, '_')}%`}`;

/** What holds them letter by letter comes first: 0, else 1. */
export const exactFirst = (column: SQLWrapper, words: string): SQL =>
  sql`case when lower(cast(${column} as text)) like ${`%${rarest(words)}%`} then 0 else 1 end`;

/** Whether each of the words begins a word of the text. */
export function holds(text: string, words: string): boolean {
  const inText = wordsOf(text);
  return wordsOf(words).every((word) => inText.some((one) => one.startsWith(word)));
}
