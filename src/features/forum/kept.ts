/**
 * A reply that was sent and is not acknowledged, kept on this device under its writer's own id: an expired sign-in, a
 * lost line or a closed tab takes nothing. Storage may be full or forbidden; then the page alone has it. One entry a reply, so that two tabs do not write over each other. */
export interface Unsent {
  id: string;
  threadId: string;
  body: string;
  capacity: string;
  quoted: string;
  /** Empty: the text's letters say. */
  lang?: string;
  /** Ids of the files that go with it. */
  attachments?: string[];
  /** The revision of the draft that goes when it is posted. */
  draft?: number;
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
