/** The words that were looked for, marked where they stand in a text: as parts, so that no page has to trust HTML. */
import { searchTokens } from '#lib/server/search.ts';
import type { Marked } from '../search.ts';
import type { Expression } from './expression.ts';

export interface MarkedWords {
  whole: string[];
  /** Beginnings of words. */
  beginnings: string[];
}

export function marksOf(words: Expression[]): MarkedWords {
  const marks: MarkedWords = { whole: [], beginnings: [] };
  const walk = (part: Expression): void => {
    if ('word' in part) (part.prefix ? marks.beginnings : marks.whole).push(part.word);
    else if ('phrase' in part) marks.whole.push(...part.phrase);
    else if ('any' in part) part.any.forEach(walk);
    else if ('all' in part) part.all.forEach(walk);
  };
  words.forEach(walk);
  return marks;
}

interface Spot {
  from: number;
  to: number;
  word: string;
}

/** How far into a text words are looked for: what is found only later is shown by its beginning. */
const farthest = 20_000;
const mostSpots = 60;
const length = 260;
const pieces = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}\u0640]*/gu;

/** A whole short text, a title, with its words marked. */
export const marked = (text: string, marks: MarkedWords): Marked[] =>
  parts(text, 0, text.length, spots(text, marks));

/** The part of a text where most of the words stand, some 260 characters, cut between words. */
export function snippetOf(text: string, marks: MarkedWords): Marked[] {
  const found = spots(text, marks);
  let best = { at: 0, score: -1 };
  for (const { from } of found) {
    const within = found.filter((spot) => spot.from >= from && spot.to <= from + length - 60);
    const score = new Set(within.map(({ word }) => word)).size * 10 + within.length;
    if (score > best.score) best = { at: from, score };
  }
  let start = Math.max(0, best.at - 50);
  if (start > 0) start = text.indexOf(' ', start - 1) + 1 || start;
  if (start > best.at) start = best.at;
  let end = Math.min(text.length, start + length);
  if (end < text.length) {
    const space = text.lastIndexOf(' ', end);
    if (space > start + length / 2) end = space;
    else if (/[\ud800-\udbff]/.test(text[end - 1])) end -= 1;
  }
  const shown = parts(text, start, end, found);
  if (start > 0) shown.unshift({ text: '… ', hit: false });
  if (end < text.length) shown.push({ text: ' …', hit: false });
  return shown;
}

function spots(text: string, { whole, beginnings }: MarkedWords): Spot[] {
  const found: Spot[] = [];
  if (whole.length + beginnings.length === 0) return found;
  const sought = new Set(whole);
  for (const match of text.slice(0, farthest).matchAll(pieces)) {
    if (found.length >= mostSpots) break;
    const [piece] = match;
    if (/\p{Script=Han}/u.test(piece)) found.push(...spotsInHan(piece, match.index, sought));
    else {
      const word = searchTokens(piece).find(
        (token) => sought.has(token) || beginnings.some((start) => token.startsWith(start))
      );
      if (word) found.push({ from: match.index, to: match.index + piece.length, word });
    }
  }
  return found;
}

function spotsInHan(piece: string, at: number, sought: Set<string>): Spot[] {
  const found: Spot[] = [];
  for (let from = 0; from < piece.length; from += 1)
    for (const size of [2, 1]) {
      const word = piece.slice(from, from + size);
      if (word.length === size && sought.has(word)) {
        const last = found.at(-1);
        if (last && last.to >= at + from) last.to = Math.max(last.to, at + from + size);
        else found.push({ from: at + from, to: at + from + size, word });
      }
    }
  return found;
}

function parts(text: string, from: number, to: number, found: Spot[]): Marked[] {
  const list: Marked[] = [];
  let at = from;
  for (const spot of found) {
    if (spot.from < at || spot.to > to) continue;
    if (spot.from > at) list.push({ text: text.slice(at, spot.from), hit: false });
    list.push({ text: text.slice(spot.from, spot.to), hit: true });
    at = spot.to;
  }
  if (at < to) list.push({ text: text.slice(at, to), hit: false });
  return list;
}
