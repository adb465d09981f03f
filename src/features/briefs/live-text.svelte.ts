import type { BriefRole, TextNode } from './briefs.ts';
import type { CommandName, CommandState, MountedEditor, Writer } from './commands.ts';
import type { TextLine } from './connect.ts';
import type { SaveState } from './save-line.ts';

interface Brief {
  id: string;
  generation: string;
  title: string;
  lang: string;
  dir: string;
  role: BriefRole;
}

const nothing: CommandState = { active: new Set(), possible: new Set() };

/** A brief's text in the browser: live for everyone, and for those who may write, an editor with the truth about saving. */
export class LiveText {
  /** The text as it is now: what the server rendered, until the line has brought it. */
  text = $state.raw<TextNode>({ type: 'doc' });
  /** Whether the document has arrived; before that nobody can write into it. */
  ready = $state(false);
  state = $state<SaveState>('opening');
  savedAt = $state.raw<Date | undefined>();
  refusal = $state<string | undefined>();
  writers = $state.raw<Writer[]>([]);
  commands = $state.raw<CommandState>(nothing);
  #line: TextLine | undefined;
  #editor: MountedEditor | undefined;
  #editable = false;
  #due: ReturnType<typeof setTimeout> | undefined;

  constructor(text: TextNode) {
    this.text = text;
  }

  /** Opens the line, and in `place` the editor. Returns the way out, for `$effect`. */
  open(
    brief: Brief,
    capacity: string,
    locale: string,
    place: HTMLElement | undefined,
    toToolbar: () => void
  ): () => void {
    let left = false;
    // Opened again in another role: nothing may be written before this line has brought the text.
    this.ready = false;
    this.#editable = false;
    void (async () => {
      const writes = brief.role === 'edit' && place;
      const [{ connect }, { textOf }, editing] = await Promise.all([
        import('./connect.ts'),
        import('./text-json.ts'),
        writes ? import('./editor/mount.ts') : undefined
      ]);
      if (left) return;
      const line = (this.#line = connect(brief, capacity, () => this.#look()));
      line.provider.awareness.on('update', () => this.#meet(line));
      if (editing && place)
        this.#editor = editing.mountEditor({
          place,
          line,
          label: brief.title,
          lang: brief.lang,
          dir: brief.dir,
          locale,
          toToolbar,
          changed: (text) => this.#soon(() => (this.text = text)),
          moved: (state) => (this.commands = state)
        });
      else line.doc.on('update', () => this.#soon(() => (this.text = textOf(line.doc))));
    })();
    return () => {
      left = true;
      clearTimeout(this.#due);
      this.#editor?.close();
      this.#line?.close();
    };
  }

  get unsaved(): boolean {
    return this.state === 'saving' || this.state === 'device' || this.state === 'refused';
  }

  /** Resolves once everything is stored, or says no after `patience` ms. */
  async whenSaved(patience: number): Promise<boolean> {
    for (const end = Date.now() + patience; this.unsaved && Date.now() < end;)
      await new Promise((wait) => setTimeout(wait, 50));
    return !this.unsaved;
  }

  run(name: CommandName, value?: string): void {
    this.#editor?.run(name, value);
  }

  focus(): void {
    this.#editor?.focus();
  }

  retry(): void {
    this.#line?.retry();
  }

  #look(): void {
    const line = this.#line;
    if (!line) return;
    this.state = line.line.state;
    this.savedAt = line.line.savedAt;
    this.refusal = line.line.refusal;
    this.ready ||= line.provider.synced;
    // A refusal ends writing at once: what would be typed now could not be kept. What was typed stays in view.
    const editable = this.ready && (!this.refusal || this.refusal === 'not-signed-in');
    if (editable !== this.#editable) this.#editor?.setEditable((this.#editable = editable));
  }

  #meet(line: TextLine): void {
    const states = [...line.provider.awareness.getStates()].filter(
      ([clientId]) => clientId !== line.doc.clientID
    );
    this.writers = states
      .map(([, state]) => state.user as Writer | undefined)
      .filter((user) => user !== undefined);
  }

  /** Words, outline and readers' text follow at most four times a second. */
  #soon(work: () => void): void {
    this.#due ??= setTimeout(() => {
      this.#due = undefined;
      work();
    }, 250);
  }
}
