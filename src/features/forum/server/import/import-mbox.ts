import type { Actor } from '#features/people/people.ts';
import { mayModerate } from '#features/spaces/server/may.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { importMessages, type Imported } from './import-messages.ts';
import { openArchive, type BrokenEnd } from './open-archive.ts';
import { readMessage, type MailMessage, type Unreadable } from './read-message.ts';
import { splitMbox } from './split-mbox.ts';
import { recallThreads } from './threading.ts';

/** What one run did. `skipped` counts the messages that did not become a post, by reason. */
export interface ImportReport extends Imported {
  skipped: Partial<Record<Unreadable | 'too-large', number>>;
  /** Why reading stopped before the end, when it did; everything whole before that is in. */
  broken: BrokenEnd | null;
}

export interface Progress {
  seen: number;
  bytes: number;
  size: number;
}

const batchSize = 100;

/**
 * Imports a mailing-list archive into a forum, a hundred messages a transaction. Running it again adds nothing.
 * Refuses not-found (forum, `file-missing`), not-allowed, invalid (`file-unreadable`, `not-an-mbox`).
 */
export async function importMbox(
  actor: Actor,
  { path, slug }: { path: string; slug: string },
  onProgress: (progress: Progress) => void = () => undefined
): Promise<ImportReport> {
  const space = await readSpace(actor, { slug });
  if (!mayModerate(actor, space)) throw new Refusal('not-allowed');
  const archive = await openArchive(path);
  const threading = await recallThreads(space.id);
  const report: ImportReport = {
    messages: 0,
    threads: 0,
    people: 0,
    already: 0,
    attachments: 0,
    shortened: 0,
    skipped: {},
    broken: null
  };
  let batch: MailMessage[] = [];
  let seen = 0;

  const store = async () => {
    const done = await importMessages(actor, { spaceId: space.id, messages: batch }, threading);
    for (const key of ['messages', 'threads', 'people', 'already', 'attachments', 'shortened'] as const)
      report[key] += done[key];
    batch = [];
    onProgress({ seen, bytes: archive.read(), size: archive.size });
  };

  for await (const { separator, bytes } of splitMbox(archive.chunks, () => archive.broken() === null)) {
    seen += 1;
    const message = bytes ? await readMessage(separator, bytes) : 'too-large';
    if (typeof message === 'string') report.skipped[message] = (report.skipped[message] ?? 0) + 1;
    else batch.push(message);
    if (batch.length >= batchSize) await store();
  }
  await store();
  report.broken = archive.broken();
  if (seen === 0 && !report.broken) throw new Refusal('invalid', 'not-an-mbox');
  if (report.messages)
    announce({
      name: 'messages.imported',
      rooms: [],
      payload: { spaceId: space.id, messages: report.messages }
    });
  return report;
}
