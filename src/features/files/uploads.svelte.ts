import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/id.ts';
import { limits, refusalBefore, type FileView } from './files.ts';
import { sendFile, takeBack } from './upload.ts';

/** A file on its way: how much of it has gone (0 to 1), or why it did not come. */
export interface Upload {
  key: string;
  name: string;
  bytes: number;
  share: number;
  refused: string | null;
  stop: () => void;
}

const sentences: Record<string, () => string> = {
  'file-empty': m.refusal_file_empty,
  'file-too-large': m.refusal_file_too_large,
  'file-type': m.refusal_file_type
};

/** The files of one composer: those that are there, and those on their way. Two go at a time; a slow line has no more. */
export class Uploads {
  files = $state.raw<FileView[]>([]);
  coming = $state.raw<Upload[]>([]);
  /** What was last said about them, for who does not see the list. */
  said = $state('');
  #changed: () => void;
  #waiting: (() => Promise<void>)[] = [];
  #running = 0;

  constructor(files: FileView[], changed: () => void) {
    this.files = files;
    this.#changed = changed;
  }

  get busy(): boolean {
    return this.coming.some(({ refused }) => refused === null);
  }

  add(chosen: Iterable<File>): void {
    for (const file of chosen) {
      const upload: Upload = {
        key: newId(),
        name: file.name,
        bytes: file.size,
        share: 0,
        refused: this.#refusal(file),
        stop: () => this.#drop(upload.key)
      };
      this.coming = [...this.coming, upload];
      if (upload.refused) this.said = `${file.name}: ${upload.refused}`;
      else this.#waiting.push(() => this.#send(file, upload.key));
    }
    this.#next();
  }

  /** Takes up files that are there already, by their ids; what is not theirs or gone is left out. */
  async adopt(ids: string[]): Promise<void> {
    const missing = ids.filter((id) => !this.files.some((file) => file.id === id));
    if (missing.length === 0) return;
    const asked = new URLSearchParams(missing.map((id) => ['id', id]));
    const response = await fetch(`/files?${asked}`).catch(() => null);
    const found = response?.ok ? ((await response.json()) as FileView[]) : [];
    this.files = [...this.files, ...found.filter(({ id }) => missing.includes(id))];
  }

  remove(file: FileView, isLoose: boolean): void {
    this.files = this.files.filter(({ id }) => id !== file.id);
    this.said = m.files_removed({ name: file.name });
    if (isLoose) takeBack(file.id);
    this.#changed();
  }

  #refusal(file: File): string | null {
    const waiting = this.coming.filter(({ refused }) => !refused).length;
    if (this.files.length + waiting >= limits.perPost) return m.refusal_too_many_files();
    const why = refusalBefore(file);
    return why && sentences[why]();
  }

  #next(): void {
    while (this.#running < 2 && this.#waiting.length > 0) {
      this.#running += 1;
      const send = this.#waiting.shift()!;
      void send().finally(() => {
        this.#running -= 1;
        this.#next();
      });
    }
  }

  async #send(file: File, key: string): Promise<void> {
    if (!this.coming.some((upload) => upload.key === key)) return;
    const { sent, stop } = sendFile(file, (share) => this.#tell(key, { share }));
    this.#tell(key, { stop: () => (stop(), this.#drop(key)) });
    const outcome = await sent;
    if (!this.coming.some((upload) => upload.key === key)) return;
    if ('file' in outcome) {
      this.#drop(key);
      this.files = [...this.files, outcome.file];
      this.said = m.files_attached({ name: outcome.file.name });
      this.#changed();
    } else {
      const refused = 'refused' in outcome ? outcome.refused : m.files_lost();
      this.said = `${file.name}: ${refused}`;
      this.#tell(key, { refused, stop: () => this.#drop(key) });
    }
  }

  #tell(key: string, news: Partial<Upload>): void {
    this.coming = this.coming.map((upload) => (upload.key === key ? { ...upload, ...news } : upload));
  }

  #drop(key: string): void {
    this.coming = this.coming.filter((upload) => upload.key !== key);
  }
}
