import { eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { dirOf } from '#lib/dir.ts';
import { Refusal } from '#lib/refusal.ts';
import { db, type Tx } from '#lib/server/db.ts';
import { phaseOf, type SessionRights, type SessionView } from '../sessions.ts';
import { isObserver, mayLead, mayOrganise, mayReadSession, mayTakePart } from './may.ts';
import { sessions } from './tables.ts';

/** A session as `actor` sees it. What they may not read is not found. */
export async function readSession(
  actor: Actor,
  id: string,
  from: Tx = db
): Promise<{ session: SessionView; rights: SessionRights }> {
  const [row] = await from.select().from(sessions).where(eq(sessions.id, id));
  if (!row) throw new Refusal('not-found');
  const space = await readSpace(actor, { id: row.spaceId }, from);
  if (!mayReadSession(actor, space, row)) throw new Refusal('not-found');
  const {
    title,
    lang,
    kind,
    startsAt,
    endsAt,
    timezone,
    place,
    audience,
    countries,
    chair,
    scheduledBy,
    openedAt,
    closedAt,
    revision
  } = row;
  return {
    session: {
      id,
      title,
      lang,
      kind,
      startsAt,
      endsAt,
      timezone,
      place,
      audience,
      countries,
      chair,
      scheduledBy,
      openedAt,
      closedAt,
      revision,
      space: { id: space.id, slug: space.slug, titles: space.titles },
      dir: dirOf(title),
      phase: phaseOf(row),
      onlineLink: actor.kind === 'member' ? row.onlineLink : null,
      registrationRule: row.registrationRule ?? 'open',
      capacity: row.capacity,
      coOrganisers: row.coOrganisers ?? [],
      parentId: row.parentId,
      seriesId: row.seriesId,
      reminders: row.reminders ?? [],
      cancelledAt: row.cancelledAt,
      cancelledReason: row.cancelledReason
    },
    rights: {
      lead: mayLead(actor, space, row),
      organise: mayOrganise(actor, space, row),
      takePart: mayTakePart(actor, space),
      observer: isObserver(space)
    }
  };
}
