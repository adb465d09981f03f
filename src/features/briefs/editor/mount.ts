/** The editor: fetched only by pages where someone may write. */
import { Editor } from '@tiptap/core';
import Collaboration from '@tiptap/extension-collaboration';
import CollaborationCaret from '@tiptap/extension-collaboration-caret';
import { textField, type TextNode } from '../briefs.ts';
import type { CommandName, CommandState, MountedEditor } from '../commands.ts';
import type { TextLine } from '../connect.ts';
import { safeHref } from '../safe-href.ts';
import { textExtensions } from '../schema.ts';
import { caretOf, selectionOf } from './caret.ts';

interface Options {
  place: HTMLElement;
  line: TextLine;
  label: string;
  lang: string;
  dir: string;
  locale: string;
  changed(text: TextNode): void;
  moved(state: CommandState): void;
  /** Alt+F10, as in other editors: to the toolbar. */
  toToolbar(): void;
}

export function mountEditor({
  place,
  line,
  label,
  lang,
  dir,
  locale,
  changed,
  moved,
  toToolbar
}: Options): MountedEditor {
  const editor = new Editor({
    element: place,
    editable: false,
    // Its base styles are in our stylesheet: the page's policy allows no style element.
    injectCSS: false,
    extensions: [
      ...textExtensions(),
      Collaboration.configure({ document: line.doc, field: textField }),
      CollaborationCaret.configure({
        provider: line.provider,
        user: { name: '' },
        render: (user) => caretOf(user, locale),
        selectionRender: selectionOf
      })
    ],
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        lang,
        dir,
        class: 'prose',
        spellcheck: 'true'
      },
      handleKeyDown: (_, event) => {
        if (event.altKey && event.key === 'F10') toToolbar();
        return event.altKey && event.key === 'F10';
      }
    },
    onUpdate: ({ editor }) => changed(editor.getJSON() as TextNode),
    onTransaction: ({ editor }) => moved(stateOf(editor))
  });
  return {
    run: (name, value) => void commands[name](editor, value),
    setEditable: (editable) => editor.setEditable(editable, false),
    focus: () => void editor.commands.focus(),
    close: () => editor.destroy()
  };
}

const commands: Record<CommandName, (editor: Editor, value?: string) => boolean> = {
  bold: (editor) => editor.chain().focus().toggleBold().run(),
  italic: (editor) => editor.chain().focus().toggleItalic().run(),
  heading2: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  heading3: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
  bulletList: (editor) => editor.chain().focus().toggleBulletList().run(),
  orderedList: (editor) => editor.chain().focus().toggleOrderedList().run(),
  blockquote: (editor) => editor.chain().focus().toggleBlockquote().run(),
  link: (editor, value) => {
    const href = safeHref(value);
    const chain = editor.chain().focus().extendMarkRange('link');
    return href ? chain.setLink({ href }).run() : chain.unsetLink().run();
  },
  table: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  rowAfter: (editor) => editor.chain().focus().addRowAfter().run(),
  undo: (editor) => editor.chain().focus().undo().run(),
  redo: (editor) => editor.chain().focus().redo().run()
};

const isActive: Partial<Record<CommandName, (editor: Editor) => boolean>> = {
  bold: (editor) => editor.isActive('bold'),
  italic: (editor) => editor.isActive('italic'),
  heading2: (editor) => editor.isActive('heading', { level: 2 }),
  heading3: (editor) => editor.isActive('heading', { level: 3 }),
  bulletList: (editor) => editor.isActive('bulletList'),
  orderedList: (editor) => editor.isActive('orderedList'),
  blockquote: (editor) => editor.isActive('blockquote'),
  link: (editor) => editor.isActive('link')
};

function stateOf(editor: Editor): CommandState {
  const names = Object.keys(commands) as CommandName[];
  const inTable = editor.isActive('table');
  return {
    active: new Set(names.filter((name) => isActive[name]?.(editor))),
    possible: new Set(
      names.filter((name) => (name === 'rowAfter' ? inTable : name === 'table' ? !inTable : true))
    )
  };
}
