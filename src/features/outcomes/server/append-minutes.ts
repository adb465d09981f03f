import { eq } from 'drizzle-orm';
import { briefLangs, limits, type TextNode } from '#features/briefs/briefs.ts';
import { appendBrief } from '#features/briefs/server/append-brief.ts';
import { appendRole } from '#features/briefs/server/append-role.ts';
import type { Change } from '#features/sessions/server/list-parts.ts';
import { readAgenda } from '#features/sessions/server/read-agenda.ts';
import type { AgendaItem } from '#features/sessions/sessions.ts';
import { m } from '#lib/paraglide/messages.js';
import { minutesKey } from '../minutes.ts';
import { readRapporteurs } from './read-rapporteurs.ts';
import { sessionMinutes } from './tables.ts';

/**
 * Begins the minutes, under a heading for each item of the agenda, once the session is open and has a rapporteur; and lets each
 * rapporteur write in them. Returns the text's id, or nothing when it is too early.
 */
export async function appendMinutes(change: Change): Promise<string | null> {
  const { tx, session, member, at, changed } = change;
  const rapporteurs = await readRapporteurs(tx, session.id);
  const [first] = rapporteurs;
  if (!session.openedAt || !first) return null;
  const [begun] = await tx.select().from(sessionMinutes).where(eq(sessionMinutes.sessionId, session.id));
  let briefId = begun?.briefId;
  if (!briefId) {
    const { id } = await appendBrief(
      tx,
      first,
      {
        spaceId: session.spaceId,
        type: 'minutes',
        name: titleOf(session.title, session.lang),
        lang: briefLangs.find((lang) => lang === session.lang) ?? 'en',
        audience: session.audience === 'members' ? 'members' : 'readers'
      },
      { text: headings(await readAgenda(tx, session.id)), written: false },
      at
    );
    await tx.insert(sessionMinutes).values({ sessionId: session.id, briefId: id, startedAt: at });
    briefId = id;
  }
  for (const { personId } of begun ? rapporteurs.slice(-1) : rapporteurs)
    await appendRole(tx, { briefId, personId, role: 'edit', by: member.personId, at });
  changed(minutesKey);
  return briefId;
}

/** In the language of the session, where we have one. */
function titleOf(title: string, lang: string): string {
  const locale = (['en', 'fr', 'ar'] as const).find((known) => known === lang) ?? 'en';
  return m.outcomes_minutes_of({ title }, { locale }).slice(0, limits.titleLength).toWellFormed();
}

function headings(items: AgendaItem[]): TextNode {
  const content = items.flatMap(({ position, title }): TextNode[] => [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: `${position}. ${title}` }] },
    { type: 'paragraph' }
  ]);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}
