/**
 * What a text may consist of: one list for the editor, the server's reading and the templates. No marks on blocks
 * (the binding loses them) and nothing that needs inline styles (the page's policy forbids them). Every change here
 * raises SCHEMA_VERSION in briefs.ts.
 */
import { getSchema, type Extensions } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { safeHref } from './safe-href.ts';

/** Tables without the column widths that the original writes as styles. */
const PlainTable = Table.extend({
  renderHTML: () => ['table', ['tbody', 0]]
}).configure({ resizable: false, renderWrapper: false });

export const textExtensions = (): Extensions => [
  StarterKit.configure({
    // Undoing is the shared document's: one's own edits only, never another's.
    undoRedo: false,
    code: false,
    codeBlock: false,
    // It would write an empty paragraph into the shared text just because someone opened it.
    trailingNode: false,
    heading: { levels: [2, 3, 4] },
    link: {
      openOnClick: false,
      autolink: false,
      linkOnPaste: true,
      isAllowedUri: (href) => safeHref(href) !== undefined,
      HTMLAttributes: { target: null, rel: 'noopener nofollow', class: null }
    }
  }),
  PlainTable,
  TableRow,
  TableHeader,
  TableCell
];

let made: ReturnType<typeof getSchema> | undefined;
export const textSchema = () => (made ??= getSchema(textExtensions()));
