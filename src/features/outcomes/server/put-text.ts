import { and, eq, isNull } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { briefs } from '#features/briefs/server/tables.ts';
import type { Actor } from '#features/people/people.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import type { Change } from '#features/sessions/server/list-parts.ts';
import { currentItem } from '#features/sessions/server/read-agenda.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { textKey } from '../text.ts';
import { mustRecord } from './must-record.ts';
import { currentText } from './read-texts.ts';
import { sessionTexts } from './tables.ts';

/**
 * Puts a brief of the forum before everyone in the room, in place of the one that was there; without one, takes it away. Refuses
 * `text-elsewhere` for a text that not everyone here may read.
 */
export async function putText(
  actor: Actor,
  input: { session: string; brief?: string },
  at = new Date()
): Promise<void> {
  await changeSession(actor, input.session, at, { live: true }, async (change) => {
    const { tx, member, session } = change;
    await mustRecord(change, actor);
    const before = await currentText(tx, session.id);
    if ((before?.briefId ?? null) === (input.brief ?? null)) return;
    const brief = input.brief ? await findText(change, input.brief) : null;
    await endText(change);
    if (brief) {
      const act = await readAct(actor, member.actingAs, 'none', tx);
      const itemId = (await currentItem(tx, session.id))?.id ?? null;
      const { id: briefId, heading, lang } = brief;
      await tx
        .insert(sessionTexts)
        .values({ id: newId(), sessionId: session.id, itemId, briefId, heading, lang, ...act, shownAt: at });
      await appendEntry(tx, {
        action: 'text.shown',
        actor: act,
        object: { kind: 'brief', id: briefId },
        spaceId: session.spaceId,
        detail: { session: session.id },
        at
      });
    }
    change.changed(textKey);
  });
}

/** Whoever may read the session must be able to read the text. */
async function findText({ tx, session }: Change, id: string) {
  const [brief] = await tx
    .select({ id: briefs.id, heading: briefs.name, lang: briefs.lang, audience: briefs.audience })
    .from(briefs)
    .where(and(eq(briefs.id, id), eq(briefs.spaceId, session.spaceId)));
  if (!brief || (brief.audience === 'members' && session.audience !== 'members'))
    throw new Refusal('invalid', 'text-elsewhere', 'brief');
  return brief;
}

/** What is before the room is before it no more. */
export async function endText({ tx, session, at, changed }: Change): Promise<void> {
  const ended = await tx
    .update(sessionTexts)
    .set({ endedAt: at })
    .where(and(eq(sessionTexts.sessionId, session.id), isNull(sessionTexts.endedAt)))
    .returning({ id: sessionTexts.id });
  if (ended.length > 0) changed(textKey);
}
