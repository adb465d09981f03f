import { exportLessons } from '#features/lessons/server/export-lessons.ts';
import { nameIn } from '#lib/names.ts';
import { csvRow, csvStart } from '#lib/server/csv.ts';
import { download } from '../download.ts';
import type { RequestHandler } from './$types.js';

const columns =
  `id url title summary language polarity evidence from_year to_year regions countries building_blocks axis occupations level cost context
  what_was_done what_happened lesson recommendation conditions recorded_by capacity organisation country recorded_at updated_at`.split(
    /\s+/
  );

/** The current selection for a spreadsheet. Codes, not names: they are the same in every language; lists are joined by blanks. */
export const GET: RequestHandler = (event) =>
  download(event, 'lessons.csv', 'text/csv; charset=utf-8', async function* (actor, selection) {
    yield csvStart + csvRow(columns);
    for await (const records of exportLessons(actor, selection))
      yield records
        .map((one) =>
          csvRow([
            one.id,
            `${event.url.origin}/lessons/${one.id}`,
            one.title,
            one.summary,
            one.language,
            one.polarity,
            one.evidence,
            one.fromYear,
            one.toYear,
            one.regions.join(' '),
            one.countries.join(' '),
            one.buildingBlocks.join(' '),
            one.axis,
            one.occupations.join(' '),
            one.level,
            one.cost,
            one.context,
            one.whatWasDone,
            one.whatHappened,
            one.lesson,
            one.recommendation,
            one.conditions,
            one.recordedBy.name,
            one.recordedBy.capacity,
            nameIn(one.recordedBy.organisation ?? {}, event.locals.locale),
            one.recordedBy.country,
            one.recordedAt.toISOString(),
            one.updatedAt.toISOString()
          ])
        )
        .join('');
  });
