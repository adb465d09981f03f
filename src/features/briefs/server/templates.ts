import type { StartedType, TextNode } from '../briefs.ts';
import type { Section } from './section.ts';
import { english } from './templates-en.ts';
import { french } from './templates-fr.ts';

/** The first text of a brief: sections of its type, in French for French briefs and in English for all others. */
export function templateOf(type: StartedType, lang: string): TextNode {
  const sections = (lang === 'fr' ? french : english)[type];
  return { type: 'doc', content: sections.flatMap((section) => nodesOf(section, 2)) };
}

function nodesOf(section: Section, level: number): TextNode[] {
  return [
    { type: 'heading', attrs: { level }, content: [{ type: 'text', text: section.heading }] },
    // Guidance is ordinary text in italics: it is replaced by writing, and no special node can be lost.
    { type: 'paragraph', content: [{ type: 'text', marks: [{ type: 'italic' }], text: section.guidance }] },
    // After a table there must be a place to go on writing.
    ...(section.columns ? [tableOf(section.columns), { type: 'paragraph' }] : []),
    ...(section.parts ?? []).flatMap((part) => nodesOf(part, level + 1))
  ];
}

const tableOf = (columns: string[]): TextNode => ({
  type: 'table',
  content: [
    {
      type: 'tableRow',
      content: columns.map((text) => ({
        type: 'tableHeader',
        content: [{ type: 'paragraph', content: [{ type: 'text', text }] }]
      }))
    },
    {
      type: 'tableRow',
      content: columns.map(() => ({ type: 'tableCell', content: [{ type: 'paragraph' }] }))
    }
  ]
});
