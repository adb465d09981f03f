import * as Y from 'yjs';
import { textField, type TextNode } from './briefs.ts';

/** The text of a shared document as ProseMirror JSON, without ProseMirror: for the server and for those who only read. */
export const textOf = (doc: Y.Doc): TextNode => ({
  type: 'doc',
  content: nodesOf(doc.getXmlFragment(textField))
});

const nodesOf = (parent: Y.XmlFragment): TextNode[] =>
  parent
    .toArray()
    .flatMap((child) =>
      child instanceof Y.XmlText ? textsOf(child) : child instanceof Y.XmlElement ? [elementOf(child)] : []
    );

function elementOf(element: Y.XmlElement): TextNode {
  const node: TextNode = { type: element.nodeName };
  const attrs = element.getAttributes() as Record<string, unknown>;
  if (Object.keys(attrs).length > 0) node.attrs = attrs;
  const content = nodesOf(element);
  if (content.length > 0) node.content = content;
  return node;
}

interface Run {
  insert?: unknown;
  attributes?: Record<string, unknown>;
}

function textsOf(text: Y.XmlText): TextNode[] {
  const nodes: TextNode[] = [];
  for (const { insert, attributes } of text.toDelta() as Run[]) {
    if (typeof insert !== 'string' || insert === '') continue;
    const node: TextNode = { type: 'text', text: insert };
    // The binding writes a mark that may overlap itself as `name--hash`.
    const marks = Object.entries(attributes ?? {}).map(([name, value]) => {
      const type = name.replace(/--.{8}$/, '');
      return value && typeof value === 'object' && Object.keys(value).length > 0
        ? { type, attrs: value as Record<string, unknown> }
        : { type };
    });
    if (marks.length > 0) node.marks = marks;
    nodes.push(node);
  }
  return nodes;
}
