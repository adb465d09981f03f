import type { DraftContent } from './drafts.ts';

/**
 * The copy of a draft on this device, under its writer's own id: what an expired sign-in, a lost line or a closed tab
 * would take. Storage may be full or forbidden; then the page alone has it, and says so.
 */
export interface KeptDraft extends DraftContent {
  /** The revision that it was written on. */
  base: number;
  /** Set while it holds something that the server does not have. */
  dirty: boolean;
}

const keyOf = (personId: string, place: string) => `palabre:draft:${personId}:${place}`;

/** Whether it is kept now. */
export function keepOnDevice(personId: string, place: string, draft: KeptDraft): boolean {
  return attempt(() => localStorage.setItem(keyOf(personId, place), JSON.stringify(draft))) !== false;
}

export function dropFromDevice(personId: string, place: string): void {
  attempt(() => localStorage.removeItem(keyOf(personId, place)));
}

export function readFromDevice(personId: string, place: string): KeptDraft | null {
  const found = attempt(() => JSON.parse(localStorage.getItem(keyOf(personId, place)) ?? 'null') as unknown);
  const draft = found as KeptDraft | null | false;
  return draft && typeof draft === 'object' && draft.fields && Array.isArray(draft.files) ? draft : null;
}

/** The text alone, for a page that can only show it. */
export const textOnDevice = (personId: string, place: string): string =>
  readFromDevice(personId, place)?.fields.body ?? '';

function attempt<T>(work: () => T): T | false {
  try {
    return work();
  } catch {
    return false;
  }
}
