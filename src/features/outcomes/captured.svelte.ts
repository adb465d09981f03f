import { untrack } from 'svelte';
import { changeKept, readKept, type KeptLesson } from './captured.ts';

/** A lesson that was captured here and is recorded now. */
interface Recorded {
  id: string;
  title: string;
}

/**
 * What one captured and the server does not have yet: kept on this device from the moment it was written, sent when there is a line,
 * by whatever page is open then. The id goes with it: sent twice, by two tabs or after a lost answer, it is recorded once.
 */
export class Captured {
  kept = $state.raw<KeptLesson[]>([]);
  recorded = $state.raw<Recorded[]>([]);
  /** Storage is full or forbidden: what is kept is in this page alone. */
  unkept = $state(false);
  #personId: string;
  #open = 0;
  #sending = false;
  #wait = 2000;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(personId: string) {
    this.#personId = personId;
  }

  /** Takes up what this device kept and sends it; returns the end of it, for `$effect`. */
  open(): () => void {
    this.#open += 1;
    // What is kept is read here and written here: an effect that followed it would call itself.
    untrack(() => this.#look());
    const look = () => this.#look();
    const soon = () => void this.send();
    addEventListener('storage', look);
    addEventListener('online', soon);
    untrack(soon);
    return () => {
      removeEventListener('storage', look);
      removeEventListener('online', soon);
      if ((this.#open -= 1) === 0) clearTimeout(this.#timer);
    };
  }

  /** Keeps it here, then sends it. */
  capture(lesson: Omit<KeptLesson, 'refused'>): void {
    this.#change((kept) => [...kept.filter(({ id }) => id !== lesson.id), { ...lesson, refused: null }]);
    void this.send();
  }

  drop(id: string): void {
    this.#change((kept) => kept.filter((lesson) => lesson.id !== id));
  }

  async send(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#sending || !navigator.onLine) return;
    this.#sending = true;
    let lost = false;
    for (const lesson of this.kept.filter(({ refused }) => !refused)) {
      const told = await sendLesson(lesson);
      if (told === 'lost') {
        lost = true;
        break;
      }
      if (told === 'recorded') {
        this.recorded = [...this.recorded, { id: lesson.id, title: lesson.fields.title }];
        this.drop(lesson.id);
      } else
        this.#change((kept) =>
          kept.map((each) => (each.id === lesson.id ? { ...each, refused: told.refused } : each))
        );
    }
    this.#sending = false;
    this.#wait = lost ? Math.min(60_000, this.#wait * 2) : 2000;
    if (lost && this.#open > 0) this.#timer = setTimeout(() => void this.send(), this.#wait);
  }

  #look(): void {
    if (!this.unkept) this.kept = readKept(this.#personId);
  }

  #change(change: (kept: KeptLesson[]) => KeptLesson[]): void {
    this.unkept = !changeKept(this.#personId, change);
    this.kept = this.unkept ? change(this.kept) : readKept(this.#personId);
  }
}

/** One for a person and page: the menu and the session ask for the same. */
const known = new Map<string, Captured>();
export function capturedBy(personId: string): Captured {
  const captured = known.get(personId) ?? new Captured(personId);
  known.set(personId, captured);
  return captured;
}

/** `lost`: no answer, or none of ours; it is sent again. */
async function sendLesson(lesson: KeptLesson): Promise<'recorded' | 'lost' | { refused: string }> {
  try {
    const response = await fetch(`/sessions/${lesson.session}/lessons`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...lesson.fields, id: lesson.id, statement: lesson.statement ?? undefined })
    });
    if (response.ok) return 'recorded';
    if (response.status < 400 || response.status >= 500 || response.status === 429) return 'lost';
    const { text } = (await response.json()) as { text?: string };
    return text ? { refused: text } : 'lost';
  } catch {
    return 'lost';
  }
}
