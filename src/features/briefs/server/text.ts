import { createHash } from 'node:crypto';
import { prosemirrorJSONToYDoc } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { textField, type TextNode } from '../briefs.ts';
import { textSchema } from '../schema.ts';

/** A stored text as a document. The log may be applied in any order and more than once. */
export function docOf(kept: { state: Uint8Array | null; updates: { update: Uint8Array }[] }): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    if (kept.state) Y.applyUpdate(doc, kept.state);
    for (const { update } of kept.updates) Y.applyUpdate(doc, update);
  });
  return doc;
}

/** The first state of a text, and the client id that its author has in it. Made once, here: no client ever seeds a text. */
export function seedOf(text: TextNode): { update: Uint8Array; clientId: number } {
  const doc = prosemirrorJSONToYDoc(textSchema(), text, textField);
  return { update: Y.encodeStateAsUpdate(doc), clientId: doc.clientID };
}

/** Object keys in one order, so that the same text has the same bytes on both databases. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)])
  );
}

/** The SHA-256 of what was published, in hex: title, text and organisations, as canonical JSON. */
export const hashOf = (published: {
  title: string;
  text: TextNode;
  organisations: unknown;
  persons: unknown;
}): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(published)))
    .digest('hex');
