import { actOf } from '#features/people/server/act-columns.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import type { RoomPart } from '#features/sessions/server/list-parts.ts';
import { readItemNumbers } from '#features/sessions/server/read-agenda.ts';
import { textKey, type ShownText, type TextsChapter } from '../text.ts';
import { mayRecord } from './may.ts';
import { endText } from './put-text.ts';
import { isRapporteur } from './read-rapporteurs.ts';
import { currentText, listChoices, listTexts } from './read-texts.ts';

/** The text under discussion. Its words travel on its own line. */
export const textPart: RoomPart<ShownText | null, never, { id: string; title: string }[] | null> = {
  key: textKey,
  async read(from, { id }) {
    const shown = await currentText(from, id);
    return shown ? { brief: shown.briefId, title: shown.heading, lang: shown.lang } : null;
  },
  async own(from, session, actor) {
    if (actor.kind !== 'member') return null;
    const space = await readSpace(actor, { id: session.spaceId }, from);
    const rapporteur = await isRapporteur(from, session.id, actor.personId);
    return mayRecord(actor, space, session, rapporteur) ? listChoices(from, session) : null;
  },
  closing: endText,
  async chapter(from, { id }) {
    const shown = await listTexts(from, id);
    const numbers = await readItemNumbers(from, id);
    const texts: TextsChapter['texts'] = shown.map((row) => ({
      brief: row.briefId,
      title: row.heading,
      lang: row.lang,
      item: numbers.get(row.itemId ?? '') ?? null,
      act: actOf(row),
      from: row.shownAt.toISOString(),
      to: row.endedAt!.toISOString()
    }));
    return shown.length > 0 ? { texts } : {};
  }
};
