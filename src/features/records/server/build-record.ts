import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import { listParts, type SessionRow } from '#features/sessions/server/list-parts.ts';
import { readAgenda } from '#features/sessions/server/read-agenda.ts';
import { sessions } from '#features/sessions/server/tables.ts';
import { dirOf } from '#lib/dir.ts';
import { Refusal } from '#lib/refusal.ts';
import { canonicalJson } from '#lib/server/canonical-json.ts';
import type { Tx } from '#lib/server/db.ts';
import type { EditionReason } from '../approval.ts';
import type { SessionRecord } from '../record.ts';

/**
 * The record of a closed session, from what is stored of it and from nothing else (no clock, no name of today): building it again
 * gives the same bytes. Its head is the session's own; each part of the room contributes its chapter. Refuses not-found for a session
 * that is not closed. `upTo` is the session's sequence at which it is cut; an `edition` after the first names itself and the hash of the one before.
 */
export async function buildRecord(
  from: Tx,
  id: string,
  upTo: number,
  edition?: { number: number; reason: EditionReason; at: Date; follows: string }
): Promise<{ record: SessionRecord; bytes: Uint8Array; hash: string }> {
  const [session] = await from.select().from(sessions).where(eq(sessions.id, id));
  if (!session?.closedAt || !session.openedAt || !session.forum) throw new Refusal('not-found');
  const record: Record<string, unknown> = await readHead(from, session);
  for (const { key, chapter } of listParts())
    for (const [field, value] of Object.entries((await chapter?.(from, session, upTo)) ?? {})) {
      if (field in record) throw new Error(`Two parts write ${field} into the record: ${key.name}`);
      record[field] = value;
    }
  // The first edition is older than editions: it does not name itself.
  if (edition) record.edition = { ...edition, at: edition.at.toISOString() };
  const bytes = Buffer.from(canonicalJson(record), 'utf8');
  return {
    record: record as unknown as SessionRecord,
    bytes,
    hash: createHash('sha256').update(bytes).digest('hex')
  };
}

async function readHead(from: Tx, row: SessionRow): Promise<Record<string, unknown>> {
  const { id, title, lang, kind, audience, timezone, place, countries, chair, scheduledBy } = row;
  const forum = row.forum!;
  return {
    format: 'palabre-session-record/1',
    session: {
      id,
      forum,
      title,
      lang,
      kind,
      audience,
      timezone,
      place,
      countries,
      chair: actOf(chair),
      scheduledBy: actOf(scheduledBy),
      dir: dirOf(title),
      ...(row.parentId && { parent: row.parentId }),
      ...(row.seriesId && { series: row.seriesId }),
      ...(row.coOrganisers?.length && { coOrganisers: row.coOrganisers }),
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      openedAt: row.openedAt!.toISOString(),
      closedAt: row.closedAt!.toISOString()
    },
    links: {
      session: `/sessions/${id}`,
      record: `/sessions/${id}/record.json`,
      forum: `/forums/${forum.slug}`,
      documents: (await readAgenda(from, id)).flatMap((item) => item.document ?? [])
    }
  };
}
