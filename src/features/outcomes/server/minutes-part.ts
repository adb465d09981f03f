import { eq } from 'drizzle-orm';
import { appendPublication } from '#features/briefs/server/append-publication.ts';
import { appendRole } from '#features/briefs/server/append-role.ts';
import { readText } from '#features/briefs/server/read-text.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import type { Change, RoomPart } from '#features/sessions/server/list-parts.ts';
import { mayLead } from '#features/sessions/server/may.ts';
import { minutesKey, type MinutesOwn, type MinutesState } from '../minutes.ts';
import { appendMinutes } from './append-minutes.ts';
import { listCandidates } from './list-candidates.ts';
import { readMinutes, readPublished } from './read-minutes.ts';
import { listNamed, readRapporteurs } from './read-rapporteurs.ts';
import { sessionMinutes } from './tables.ts';

/** Who keeps the minutes, and the text that they write; at the close it is published, and written no more. */
export const minutesPart: RoomPart<MinutesState, never, MinutesOwn> = {
  key: minutesKey,
  read: async (from, { id }) => ({
    rapporteurs: await readRapporteurs(from, id),
    brief: (await readMinutes(from, id))?.brief ?? null
  }),
  async own(from, session, actor) {
    const leads =
      actor.kind === 'member' &&
      mayLead(actor, await readSpace(actor, { id: session.spaceId }, from), session);
    const minutes = await readMinutes(from, session.id);
    return {
      text: minutes ? await readText(from, minutes.brief.id) : null,
      candidates: leads ? await listCandidates(from, session) : null
    };
  },
  async opened(change) {
    await appendMinutes({ ...change, session: { ...change.session, openedAt: change.at } });
  },
  closing: publish,
  async chapter(from, { id }) {
    const rapporteurs = await listNamed(from, id);
    const published = await readPublished(from, id);
    return rapporteurs.length > 0 ? { minutes: { rapporteurs, ...published } } : {};
  }
};

async function publish({ tx, session, member, space, at, changed }: Change): Promise<void> {
  const minutes = await readMinutes(tx, session.id);
  if (!minutes) return;
  const { id, title, lang, audience } = minutes.brief;
  const brief = { id, title, lang, audience, space };
  const published = await appendPublication(tx, actOf(session.chair), brief, at);
  if (published)
    await tx
      .update(sessionMinutes)
      .set({ published: published.number, sha256: published.sha256 })
      .where(eq(sessionMinutes.sessionId, session.id));
  for (const { personId } of await readRapporteurs(tx, session.id))
    await appendRole(tx, { briefId: id, personId, role: null, by: member.personId, at });
  changed(minutesKey);
}
