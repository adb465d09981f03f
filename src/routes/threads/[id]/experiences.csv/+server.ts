import { readExperienceSelection } from '#features/forum/experience-selection.ts';
import { postAddress } from '#features/forum/forum.ts';
import { readExperiences } from '#features/forum/server/read-experiences.ts';
import { nameIn } from '#lib/names.ts';
import { csvRow, csvStart } from '#lib/server/csv.ts';
import { limit } from '#lib/server/limits.ts';
import { page } from '../../../answer.ts';
import type { RequestHandler } from './$types.js';

/** More than any call was ever answered by; a table beyond it is a survey. */
const mostRows = 10_000;
const columns =
  'number country measure year outcome evidence account contact organisation person language url'.split(' ');

/** The table of a call as it is selected, for a spreadsheet: codes of countries and outcomes, words as they were written. */
export const GET: RequestHandler = (event) =>
  page(event, async () => {
    const { actor, locale } = event.locals;
    const who = actor.kind === 'member' ? actor.personId : event.getClientAddress();
    await limit('experiences.download', who, 60, 60);
    const selection = { ...readExperienceSelection(event.url.searchParams), rows: 1 };
    const { rows } = await readExperiences(actor, event.params.id, selection, mostRows);
    const lines = rows.map((row) =>
      csvRow([
        row.number,
        row.country,
        row.measure,
        row.year,
        row.outcome,
        row.evidence,
        row.account,
        row.contact,
        nameIn(row.organisation ?? {}, locale),
        row.personName,
        row.lang,
        event.url.origin + postAddress(event.params.id, row.number)
      ])
    );
    return new Response(csvStart + csvRow(columns) + lines.join(''), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="experiences.csv"',
        'cache-control': 'no-cache'
      }
    });
  });
