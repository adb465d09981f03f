/** What the toolbar offers, by name; how it is done is known to the editor alone, which is loaded later. */
export const commandNames = [
  'bold',
  'italic',
  'heading2',
  'heading3',
  'bulletList',
  'orderedList',
  'blockquote',
  'link',
  'table',
  'rowAfter',
  'undo',
  'redo'
] as const;
export type CommandName = (typeof commandNames)[number];

/** What holds at the cursor: pressed, and possible. */
export interface CommandState {
  active: ReadonlySet<CommandName>;
  possible: ReadonlySet<CommandName>;
}

export interface MountedEditor {
  run(name: CommandName, value?: string): void;
  setEditable(editable: boolean): void;
  focus(): void;
  close(): void;
}

/** How someone appears to the others in the text; the server writes it, whatever a client says. */
export interface Writer {
  name: string;
  organisation: Record<string, string> | null;
  country: string | null;
  shade: number;
  writes: boolean;
}
