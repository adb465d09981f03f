import { m } from '#lib/paraglide/messages.js';
import { actText, momentText, type ChapterText } from '#features/sessions/chapter-text.ts';
import { durationText } from '#features/sessions/words.ts';
import type { FloorChapter } from './floor.ts';
import { turnName } from './words.ts';

/** Who spoke, in their order, when and for how long. */
export function speakersText({ speakers }: Pick<FloorChapter, 'speakers'>): ChapterText {
  return {
    title: m.session_speakers(),
    blocks: speakers.length
      ? [
          {
            kind: 'table',
            head: [
              '#',
              m.session_speaker(),
              m.session_turn_kind(),
              m.session_item(),
              m.session_from(),
              m.session_duration()
            ],
            rows: speakers.map((turn) => ({
              passage: {
                anchor: `speaker-${turn.order}`,
                label: `${m.session_speaker()} ${turn.order}: ${actText(turn.act)}`
              },
              cells: [
                String(turn.order),
                actText(turn.act),
                `${turnName(turn.kind)}${turn.observer ? ` · ${m.session_observer()}` : ''}`,
                turn.item ? String(turn.item) : '–',
                momentText(turn.startedAt, 'time'),
                durationText(turn.seconds)
              ]
            }))
          }
        ]
      : [{ kind: 'line', text: m.session_no_speakers() }]
  };
}
