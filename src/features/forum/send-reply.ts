import { deserialize } from '$app/forms';
import type { PostView } from './forum.ts';
import type { Unsent } from './kept.ts';

/** What became of a reply: it is posted; it was refused, and why; or nobody knows, and it is to be sent again. */
export type Sent =
  | { kind: 'posted'; post: PostView }
  | { kind: 'refused'; reason: string; text: string }
  | { kind: 'unknown' };

/** Sends a reply through the same form action as a page without JavaScript. Safe to repeat: its id makes it one. */
export async function sendReply({
  threadId,
  at: _,
  attachments = [],
  draft = 0,
  ...fields
}: Unsent): Promise<Sent> {
  try {
    const response = await fetch(`/threads/${threadId}?/reply`, {
      method: 'POST',
      headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
      body: new URLSearchParams([
        ...Object.entries(fields),
        ['draft', String(draft)],
        ...attachments.map((id) => ['attachments[]', id])
      ])
    });
    const result = deserialize(await response.text());
    if (result.type === 'success') return { kind: 'posted', post: result.data?.posted as PostView };
    if (result.type === 'failure' && response.status !== 503)
      return { kind: 'refused', reason: String(result.data?.reason), text: String(result.data?.refused) };
  } catch {
    // No line, or an answer that is not ours (a proxy's page): the reply stays unsent.
  }
  return { kind: 'unknown' };
}

/** Tells the server how far this person has read; lost ones are made good by the next. */
export function sendReading(threadId: string, number: number): void {
  void fetch(`/threads/${threadId}?/reading`, {
    method: 'POST',
    keepalive: true,
    headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
    body: new URLSearchParams({ number: String(number) })
  }).catch(() => undefined);
}
