import { limits } from '../following.ts';

/** The first words of a text as one reads them: without quoted lines, marks and addresses. */
export function excerptOf(body: string, most: number = limits.excerpt): string {
  const plain = body
    .slice(0, most * 8)
    .replace(/```[\s\S]*?(```|$)/g, ' ')
    .replace(/^\s*>.*$/gm, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s{0,3}(#{1,6}|[-*+]|\d{1,9}[.)])\s+/gm, '')
    .replace(/[*_`~|]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain.length <= most) return plain;
  const cut = plain.slice(0, most).replace(/\s+\S*$/, '');
  return `${(cut || plain.slice(0, most)).replace(/[\ud800-\udbff]$/, '')} …`;
}
