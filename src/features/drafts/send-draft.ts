import { draftAddress, type DraftContent, type DraftView } from './drafts.ts';

/** What the server said to a save. `lost`: nothing, or nothing of ours; it is to be sent again. */
export type Told =
  | { kind: 'saved'; draft: DraftView | null }
  | { kind: 'conflict'; theirs: DraftView }
  | { kind: 'refused' }
  | { kind: 'lost' };

/** `leaving`: the page may be gone before the answer. A browser lets 64 kB go out then; the device has the rest. */
export async function sendDraft(
  place: string,
  content: DraftContent,
  base: number,
  leaving = false
): Promise<Told> {
  try {
    const response = await fetch(draftAddress(place), {
      method: 'PUT',
      keepalive: leaving,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...content, base })
    });
    if (response.status === 200) return { kind: 'saved', draft: (await response.json()) as DraftView | null };
    if (response.status === 409) return { kind: 'conflict', theirs: (await response.json()) as DraftView };
    if ([400, 401, 403, 404].includes(response.status)) return { kind: 'refused' };
  } catch {
    // No line, or an answer that is not ours (a proxy's page).
  }
  return { kind: 'lost' };
}

/** The draft as the server has it now; undefined when it cannot be known. */
export async function fetchDraft(place: string): Promise<DraftView | null | undefined> {
  const response = await fetch(draftAddress(place)).catch(() => null);
  return response?.ok
    ? ((await response.json().catch(() => undefined)) as DraftView | null | undefined)
    : undefined;
}
