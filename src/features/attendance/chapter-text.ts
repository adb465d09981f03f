import { nameIn } from '#lib/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { ChapterText } from '#features/sessions/chapter-text.ts';
import { delegationName } from '#features/sessions/words.ts';
import type { AttendanceChapter } from './attendance.ts';

/** Who attended, as numbers by delegation. */
export function attendanceText({ attendance }: AttendanceChapter): ChapterText {
  const locale = getLocale();
  return {
    title: m.session_attendance(),
    blocks: [
      {
        kind: 'line',
        text: `${m.session_delegations({ count: attendance.delegations.length })} · ${m.session_people({ count: attendance.people })}`
      },
      {
        kind: 'table',
        head: [m.records_delegation(), m.records_organisations(), m.records_people()],
        rows: attendance.delegations.map((group) => ({
          passage: null,
          cells: [
            delegationName(group, locale),
            group.country ? group.organisations.map((names) => nameIn(names, locale)).join('; ') : '',
            String(group.people)
          ]
        }))
      }
    ]
  };
}
