/**
 * The words of a record, chapter by chapter: what its exports are made of, and what its corrections point at. A slice adds its own with
 * one line here (`sessions/chapter-text.ts`); a chapter without one is written as its fields, so that no export leaves anything out.
 */
import { attendanceText } from '#features/attendance/chapter-text.ts';
import { ballotsText } from '#features/ballots/chapter-text.ts';
import { speakersText } from '#features/floor/chapter-text.ts';
import { lessonsText, minutesText, outcomesText } from '#features/outcomes/chapter-text.ts';
import { questionsText } from '#features/questions/chapter-text.ts';
import { agendaText } from '#features/sessions/agenda-text.ts';
import type { ChapterText, Passage } from '#features/sessions/chapter-text.ts';
import { statementsText } from '#features/statements/chapter-text.ts';
import { m } from '#lib/paraglide/messages.js';
import type { SessionRecord } from './record.ts';

/** In the order in which they are read. */
const texts: { field: string; text: (record: SessionRecord) => ChapterText }[] = [
  { field: 'outcomes', text: outcomesText },
  { field: 'minutes', text: minutesText },
  { field: 'agenda', text: (record) => agendaText(record, record.session.lang) },
  { field: 'attendance', text: attendanceText },
  { field: 'speakers', text: speakersText },
  { field: 'ballots', text: ballotsText },
  { field: 'questions', text: questionsText },
  { field: 'statements', text: statementsText },
  { field: 'lessons', text: lessonsText }
];

/** What the head of the record and its proof say, and corrections, which stand where they belong. */
const apart = ['format', 'session', 'links', 'edition', 'approval', 'amendments'];

export type FieldText = ChapterText & { field: string };

export function chapterTexts(record: SessionRecord): FieldText[] {
  const fields = Object.entries(record);
  const known = texts.filter(({ field }) => field in record);
  const unknown = fields.filter(
    ([field]) => !apart.includes(field) && !texts.some((each) => each.field === field)
  );
  return [
    ...known.map(({ field, text }) => ({ field, ...text(record) })),
    ...unknown.map(([field, value]) => ({
      field,
      title: field,
      blocks: [{ kind: 'line' as const, text: JSON.stringify(value) }]
    }))
  ];
}

/** Everything that a correction may point at: the record as a whole, each chapter, each passage. */
export function listPassages(record: SessionRecord): (Passage & { field: string })[] {
  return [
    { anchor: 'record', label: m.records_whole(), field: 'record' },
    ...chapterTexts(record).flatMap(({ field, title, blocks }) => [
      { anchor: field, label: title, field },
      ...blocks.flatMap((block) => {
        const passages =
          block.kind === 'entry'
            ? [block.passage]
            : block.kind === 'table'
              ? block.rows.map(({ passage }) => passage)
              : [];
        return passages.flatMap((passage) => (passage ? [{ ...passage, field }] : []));
      })
    ])
  ];
}
