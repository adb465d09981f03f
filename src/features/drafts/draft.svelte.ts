import { live } from '#lib/live/socket.svelte.ts';
import {
  events,
  isEmptyDraft,
  sameDraft,
  type DraftContent,
  type DraftEvent,
  type DraftView
} from './drafts.ts';
import { dropFromDevice, keepOnDevice, readFromDevice } from './kept-draft.ts';
import { fetchDraft, sendDraft } from './send-draft.ts';

/** What may be said about what someone is writing. `device`: here and nowhere else; `unsaved`: in this page alone. */
export type DraftState = 'empty' | 'saving' | 'saved' | 'device' | 'unsaved' | 'conflict';

/** How long after a change it is sent, in milliseconds: with the way there, less than two seconds after typing. */
const rest = 1200;

/**
 * One draft while it is being written: on this device with every key, on the server within two seconds, on the other
 * devices as soon as they hear of it. What another device saved meanwhile is shown beside, never written over.
 */
export class Draft {
  state = $state<DraftState>('empty');
  /** What another device saved: with `conflict` it must be looked at, else it waits until one looks. */
  theirs = $state.raw<DraftView | null>(null);
  #personId: string;
  #place: string;
  #content: DraftContent;
  #base = $state(0);
  #handedOver = false;
  #dirty = false;
  #busy = false;
  #wait = rest;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #show: (content: DraftContent) => void;
  #isWriting: () => boolean;

  /** `show` puts a draft into the form; `isWriting` says whether someone is in it, who must not be startled. */
  constructor(
    personId: string,
    place: string,
    server: DraftView | null,
    on: { show: (content: DraftContent) => void; isWriting: () => boolean }
  ) {
    this.#personId = personId;
    this.#place = place;
    this.#content = server ?? { fields: {}, files: [] };
    this.#base = server?.revision ?? 0;
    this.#show = on.show;
    this.#isWriting = on.isWriting;
    if (server) this.state = 'saved';
  }

  /** The revision that this page knows. */
  get revision(): number {
    return this.#base;
  }

  /** The revision to be dropped when what is written here is posted now. */
  get seen(): number {
    return this.#base + (this.#busy ? 1 : 0);
  }

  /** Before the form leaves with the page: saves what is not saved, and from then on nothing more. */
  async handOver(): Promise<void> {
    for (let tries = 0; this.#dirty && tries < 2; tries += 1) {
      while (this.#busy) await new Promise((later) => setTimeout(later, 20));
      if (this.#dirty) await this.#send();
    }
    clearTimeout(this.#timer);
    this.#handedOver = this.state !== 'conflict';
  }

  /** Takes up what this device kept, and begins to listen; returns the end of it, for `$effect`. */
  open(): () => void {
    this.#takeUp();
    // Back at this window: another device may have been written on, and its hint may have been missed.
    const leave = () => {
      if (document.visibilityState === 'visible') void this.#hear({ place: this.#place, revision: -1 });
      else if (this.#dirty && !this.#handedOver) void this.#send(true);
    };
    const again = () => this.#dirty && void this.#send();
    document.addEventListener('visibilitychange', leave);
    addEventListener('online', again);
    const deaf = live.hear(events.draftChanged, (event) => void this.#hear(event as DraftEvent));
    return () => {
      if (this.#dirty && !this.#handedOver) void this.#send(true);
      clearTimeout(this.#timer);
      deaf();
      document.removeEventListener('visibilitychange', leave);
      removeEventListener('online', again);
    };
  }

  /** What the form holds now. Called with every change; the first one starts the clock, the next do not put it off. */
  change(content: DraftContent): void {
    if (this.#handedOver) return;
    if (sameDraft(content, this.#content) && content.fields.capacity === this.#content.fields.capacity)
      return;
    this.#content = content;
    this.#dirty = true;
    const kept = this.#keep();
    if (this.state === 'conflict') return;
    this.state = isEmptyDraft(content) ? 'empty' : kept ? 'saving' : 'unsaved';
    this.#wait = rest;
    this.#timer ??= setTimeout(() => void this.#send(), this.#wait);
  }

  /** The one who writes has seen both: `content` stands in the form now, and takes the place of what was saved. */
  settle(content: DraftContent): void {
    this.#base = this.theirs?.revision ?? this.#base;
    this.theirs = null;
    this.state = 'saving';
    this.#content = content;
    this.#dirty = true;
    this.#keep();
    void this.#send();
  }

  #takeUp(): void {
    const kept = readFromDevice(this.#personId, this.#place);
    if (!kept?.dirty || isEmptyDraft(kept)) return;
    const server = this.#base ? ({ ...this.#content, revision: this.#base } as DraftView) : null;
    if (sameDraft(kept, server)) return void this.#keep();
    this.#content = { fields: kept.fields, files: kept.files };
    this.#dirty = true;
    this.#show(this.#content);
    if (server && kept.base !== server.revision) {
      this.theirs = server;
      this.state = 'conflict';
    } else void this.#send();
  }

  #keep(): boolean {
    if (isEmptyDraft(this.#content) && !this.#dirty) dropFromDevice(this.#personId, this.#place);
    return keepOnDevice(this.#personId, this.#place, {
      ...this.#content,
      base: this.#base,
      dirty: this.#dirty
    });
  }

  async #send(leaving = false): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if ((this.#busy && !leaving) || this.state === 'conflict') return;
    this.#busy = true;
    const sent = this.#content;
    const told = await sendDraft(this.#place, sent, this.#base, leaving);
    this.#busy = false;
    if (told.kind === 'saved') this.#base = told.draft?.revision ?? 0;
    if (told.kind === 'saved' && sent === this.#content) return this.#saved();
    if (told.kind === 'conflict') {
      this.theirs = told.theirs;
      this.state = 'conflict';
      return;
    }
    if (told.kind !== 'saved') {
      this.state = this.#keep() ? 'device' : 'unsaved';
      this.#wait = told.kind === 'refused' ? 30_000 : Math.min(30_000, this.#wait * 2);
    }
    this.#timer ??= setTimeout(() => void this.#send(), this.#wait);
  }

  #saved(): void {
    this.#dirty = false;
    this.theirs = null;
    this.#wait = rest;
    this.state = isEmptyDraft(this.#content) ? 'empty' : 'saved';
    this.#keep();
  }

  /** Another device saved, or posted: shown at once where nobody writes, else offered. */
  async #hear({ place, revision }: Omit<DraftEvent, 'room'>): Promise<void> {
    if (place !== this.#place || revision === this.#base || this.#busy || this.#dirty) return;
    const now = await fetchDraft(place);
    if (now === undefined || this.#dirty || this.#busy || (now?.revision ?? 0) === this.#base) return;
    if (this.#isWriting() && now) this.theirs = now;
    else this.take(now);
  }

  /** Shows what another device saved in place of what stands here, which is saved too or was never changed. */
  take(draft: DraftView | null): void {
    this.#content = draft ? { fields: draft.fields, files: draft.files } : { fields: {}, files: [] };
    this.#base = draft?.revision ?? 0;
    this.#show(this.#content);
    this.#saved();
  }
}
