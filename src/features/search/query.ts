/**
 * What someone typed, taken apart: words, "phrases", -not, operator:value. Nothing is an error: what cannot be understood
 * is a complaint beside the results, and the text stays as it was typed.
 */
import { operatorNamed, type OperatorName } from './operators.ts';
import { limits } from './search.ts';

/** Where a piece stands in the text, so that a chip can take it out. */
interface Piece {
  not: boolean;
  from: number;
  to: number;
}
export interface Term extends Piece {
  text: string;
  phrase: boolean;
}
export interface Operator extends Piece {
  name: OperatorName;
  value: string;
}

/** `reason` is the end of a message's name; `piece` is what it is about, as it was typed. */
export interface Complaint {
  reason:
    | 'too-long'
    | 'unknown-operator'
    | 'empty-operator'
    | 'date'
    | 'country'
    | 'kind'
    | 'capacity'
    | 'lang'
    | 'organisation'
    | 'forum'
    | 'by'
    | 'no-words';
  piece: string;
}

export interface Query {
  /** As typed, cut to its limit. */
  text: string;
  terms: Term[];
  operators: Operator[];
  complaints: Complaint[];
}

const mostOperators = 20;
// A sign for not, a name with its colon, then a quoted or a bare value. French sets spaces before its colon.
const pieces =
  /(?<not>(?<=^|\s)[-−])?(?:(?<name>[\p{L}\p{M}][\p{L}\p{M}-]{0,29})(?<colon>[ \u00a0\u202f]?[:：])(?<gap>[ \u00a0\u202f]?))?(?:["“”]\s*(?<quoted>[^"“”]*)["“”]?|«\s*(?<french>[^«»]*)»?|(?<bare>[^\s"“”«»]+))?/gu;

export function readQuery(typed: string): Query {
  const whole = typed
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .trim();
  const text = whole.slice(0, limits.query).toWellFormed();
  const query: Query = { text, terms: [], operators: [], complaints: [] };
  if (text.length < whole.length) query.complaints.push({ reason: 'too-long', piece: '' });
  for (const match of text.matchAll(pieces)) {
    if (!match[0].trim()) continue;
    take(query, match[0], match.index, match.groups as Record<string, string | undefined>);
  }
  return query;
}

function take(query: Query, piece: string, from: number, found: Record<string, string | undefined>): void {
  const { not, name, colon, gap } = found;
  const quoted = (found.quoted ?? found.french)?.trim();
  const place = { not: Boolean(not), from, to: from + piece.length };
  const spaced = Boolean(colon && colon.length > 1) || Boolean(gap);
  const known = name ? operatorNamed(name) : undefined;
  const term = (text: string, phrase: boolean) => {
    if (text) query.terms.push({ ...place, text, phrase });
  };
  if (!name) {
    if (quoted !== undefined) term(quoted, true);
    else term((found.bare ?? '').replace(/^[-−]+$/, ''), false);
  } else if (known) {
    const value = (quoted ?? found.bare ?? '').trim();
    if (!value) query.complaints.push({ reason: 'empty-operator', piece: piece.trim() });
    else if (query.operators.length < mostOperators) query.operators.push({ ...place, name: known, value });
  } else {
    // "Note: a sentence", an address and a time of day are words; "topic:nurses" was meant as an operator.
    const address = found.bare?.startsWith('//');
    if (!spaced && !address && (found.bare || quoted))
      query.complaints.push({ reason: 'unknown-operator', piece: name });
    term(name, false);
    if (quoted !== undefined) term(quoted, true);
    else if (found.bare) term(found.bare, false);
  }
}

/** The text without one piece of it: where a chip's cross leads. */
export const withoutPiece = (text: string, { from, to }: { from: number; to: number }): string =>
  `${text.slice(0, from).trimEnd()} ${text.slice(to).trimStart()}`.trim();

/** The text with one operator more: where a count beside the results leads. */
export const withOperator = (text: string, name: OperatorName, value: string): string =>
  `${text} ${name}:${/[\s"]/.test(value) ? `"${value.replaceAll('"', '')}"` : value}`.trim();

/**
 * A day, month or year, as the moment in UTC at which it begins: 2026-03-12, 2026-03, 2026, also 12/03/2026 as most of
 * the world writes it. Null when there is no such day.
 */
export function momentOf(value: string): Date | null {
  const digits = value.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
  const ours = /^(?<y>\d{4})(?:[-/.](?<m>\d{1,2})(?:[-/.](?<d>\d{1,2}))?)?$/.exec(digits);
  const other = /^(?<d>\d{1,2})[/.](?<m>\d{1,2})[/.](?<y>\d{4})$/.exec(digits);
  const { y, m = '1', d = '1' } = (ours ?? other)?.groups ?? {};
  if (!y) return null;
  const [year, month, day] = [Number(y), Number(m), Number(d)];
  const moment = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day ? moment : null;
}
