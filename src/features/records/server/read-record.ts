import type { Actor } from '#features/people/people.ts';
import { listParts } from '#features/sessions/server/list-parts.ts';
import { readSession } from '#features/sessions/server/read-session.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import type { RecordView, SessionRecord } from '../record.ts';
import { listPassages } from '../texts.ts';
import { listOpenAmendments } from './read-approval.ts';
import { listEditions, readEdition, type Edition } from './read-editions.ts';

/** The bytes of an edition as they were written (the latest when none is named), for whoever may read the session. */
export async function readRecordBytes(actor: Actor, id: string, edition?: number): Promise<Edition> {
  await readSession(actor, id);
  return readEdition(db, id, edition);
}

/** The record as a page shows it: from those bytes, each part rendering what is Markdown in its chapter; and the corrections that wait. */
export async function readRecord(
  actor: Actor,
  id: string,
  edition?: number,
  now = new Date()
): Promise<RecordView> {
  const { rights } = await readSession(actor, id);
  const { bytes, hash, number } = await readEdition(db, id, edition);
  const record = JSON.parse(Buffer.from(bytes).toString('utf8')) as SessionRecord;
  const shown = listParts().map((part) => part.shown?.(record));
  const { approval } = record;
  const correctable =
    approval && !approval.approvedAt && new Date(approval.deadline) >= now && rights.takePart;
  const passages = listPassages(record);
  const open = await listOpenAmendments(db, id);
  const about = new Set([...open, ...(record.amendments ?? [])].map(({ passage }) => passage));
  return {
    record: Object.assign({}, record, ...shown) as SessionRecord,
    hash,
    number,
    editions: await listEditions(db, id),
    open,
    corrected: Object.fromEntries(
      passages
        .filter(({ anchor }) => about.has(anchor))
        .map(({ anchor, field, label }) => [anchor, { field, label }])
    ),
    mine:
      correctable && actor.kind === 'member'
        ? {
            nextId: newId(),
            passages: passages.map(({ anchor, label }) => ({ anchor, label }))
          }
        : null,
    lead: rights.lead,
    now: now.getTime()
  };
}
