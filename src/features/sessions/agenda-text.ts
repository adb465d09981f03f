import { m } from '#lib/paraglide/messages.js';
import { dirOf } from '#lib/dir.ts';
import { momentText, type ChapterText } from './chapter-text.ts';
import type { AgendaChapter } from './sessions.ts';

/** The agenda as it was taken. */
export function agendaText({ agenda }: AgendaChapter, lang: string): ChapterText {
  return {
    title: m.session_agenda(),
    blocks: agenda.length
      ? agenda.map((item) => ({
          kind: 'entry' as const,
          passage: {
            anchor: `item-${item.position}`,
            label: `${m.session_item()} ${item.position}`
          },
          about: [
            item.openedAt && item.closedAt
              ? `${momentText(item.openedAt, 'time')} – ${momentText(item.closedAt, 'time')}`
              : m.session_item_not_taken()
          ],
          words: [{ text: item.title, lang, dir: dirOf(item.title) }],
          notes: item.document ? [`${m.session_item_document()}: ${item.document}`] : []
        }))
      : [{ kind: 'line', text: m.session_agenda_empty() }]
  };
}
