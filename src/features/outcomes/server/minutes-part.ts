import { asc, eq } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import type { RoomPart } from '#features/sessions/server/list-parts.ts';
import { mayLead } from '#features/sessions/server/may.ts';
import { minutesKey, type MinutesOwn, type MinutesState } from '../minutes.ts';
import { listCandidates } from './list-candidates.ts';
import { readRapporteurs } from './read-rapporteurs.ts';
import { sessionRapporteurs } from './tables.ts';

/** Who keeps the minutes. */
export const minutesPart: RoomPart<MinutesState, never, MinutesOwn> = {
  key: minutesKey,
  read: async (from, { id }) => ({ rapporteurs: await readRapporteurs(from, id) }),
  async own(from, session, actor) {
    const leads =
      actor.kind === 'member' &&
      mayLead(actor, await readSpace(actor, { id: session.spaceId }, from), session);
    return { candidates: leads ? await listCandidates(from, session) : null };
  },
  async chapter(from, { id }) {
    const named = await from
      .select()
      .from(sessionRapporteurs)
      .where(eq(sessionRapporteurs.sessionId, id))
      .orderBy(asc(sessionRapporteurs.namedAt), asc(sessionRapporteurs.id));
    const people = [...new Map(named.map((row) => [row.personId, actOf(row)])).values()];
    return people.length > 0 ? { minutes: { rapporteurs: people } } : {};
  }
};
