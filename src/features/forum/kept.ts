/**
 * What a person wrote and is not on the server yet, kept on this device under their own id: an expired sign-in, a lost
 * line or a closed tab takes nothing. Storage may be full or forbidden; then it is kept by the page alone.
 */
const draftKey = (personId: string, about: string) => `palabre:draft:${personId}:${about}`;

export function readDraft(personId: string, about: string): string {
  return attempt(() => localStorage.getItem(draftKey(personId, about))) ?? '';
}

export function keepDraft(personId: string, about: string, text: string): void {
  attempt(() =>
    text
      ? localStorage.setItem(draftKey(personId, about), text)
      : localStorage.removeItem(draftKey(personId, about))
  );
}

/** A reply that was sent and is not acknowledged. One entry a reply, so that two tabs do not write over each other. */
export interface Unsent {
  id: string;
  threadId: string;
  body: string;
  capacity: string;
  quoted: string;
  at: string;
}

const unsentKey = (personId: string, threadId: string, id = '') =>
  `palabre:unsent:${personId}:${threadId}:${id}`;

export const keepUnsent = (personId: string, reply: Unsent): void =>
  void attempt(() =>
    localStorage.setItem(unsentKey(personId, reply.threadId, reply.id), JSON.stringify(reply))
  );

export const dropUnsent = (personId: string, { threadId, id }: Unsent): void =>
  void attempt(() => localStorage.removeItem(unsentKey(personId, threadId, id)));

export function readUnsent(personId: string, threadId: string): Unsent[] {
  const found = attempt(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith(unsentKey(personId, threadId)))
      .map((key) => JSON.parse(localStorage.getItem(key) ?? 'null') as Unsent)
  );
  return (found ?? []).filter(Boolean).sort((a, b) => a.at.localeCompare(b.at));
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
