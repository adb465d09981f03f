import type { TextNode } from './briefs.ts';

/** All text of a node, blocks apart by line breaks. */
export function plainText(node: TextNode): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '\n';
  const inner = (node.content ?? []).map(plainText);
  const holdsText = node.content?.some((child) => child.type === 'text' || child.type === 'hardBreak');
  return holdsText ? inner.join('') : inner.filter(Boolean).join('\n');
}

/** Words as a speaker would count them, in any script. Headings are not spoken. */
export function countWords(node: TextNode, lang: string): number {
  const spoken = (part: TextNode): TextNode => ({
    ...part,
    content: part.content?.filter((child) => child.type !== 'heading').map(spoken)
  });
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter(lang, { granularity: 'word' }).segment(
    plainText(spoken(node))
  ))
    if (isWordLike) words += 1;
  return words;
}

export interface OutlineItem {
  level: number;
  text: string;
  /** Place among the headings, from 0: the anchor is `section-N`. */
  index: number;
}

/** The headings of a text in order. */
export function outlineOf(text: TextNode): OutlineItem[] {
  const headings: OutlineItem[] = [];
  const walk = (node: TextNode) => {
    if (node.type === 'heading')
      headings.push({ level: Number(node.attrs?.level ?? 2), text: plainText(node), index: headings.length });
    else node.content?.forEach(walk);
  };
  walk(text);
  return headings;
}
