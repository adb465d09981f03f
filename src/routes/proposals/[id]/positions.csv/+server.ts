import { nameIn } from '#lib/names.ts';
import { csvRow, csvStart } from '#lib/server/csv.ts';
import type { RecordedPosition } from '#features/positions/record.ts';
import { readRecord } from '#features/positions/server/read-record.ts';
import { holderName, valueText } from '#features/positions/words.ts';
import { page } from '../../../answer.ts';
import type { RequestHandler } from './$types.js';

const columns =
  `standing holder holder_name country region organisation_kind value value_text reservation explanation
  cast_by capacity organisation delegated cast_at revision`.split(/\s+/);

/** The record for a spreadsheet: a line a position, those who did not answer too. There is none before the close. */
export const GET: RequestHandler = (event) =>
  page(event, async () => {
    const { record } = await readRecord(event.locals.actor, event.params.id);
    const { locale } = event.locals;
    const line = (standing: string) => (one: RecordedPosition) =>
      csvRow([
        standing,
        one.holder.key,
        holderName(one.holder, locale),
        one.holder.country,
        one.holder.region,
        one.holder.organisationKind,
        Object.values(one.value).flat().join(' '),
        valueText(one.value, record.proposal.options),
        one.reservation?.text,
        one.explanation?.text,
        one.castBy.personName,
        one.castBy.capacity,
        nameIn(one.castBy.organisation ?? {}, locale),
        one.delegated ? 'yes' : 'no',
        one.at,
        one.revision
      ]);
    const answered = new Set(record.positions.map(({ holder }) => holder.key));
    const silent = (record.eligible ?? [])
      .filter(({ key }) => !answered.has(key))
      .map((holder) =>
        csvRow([
          'did_not_answer',
          holder.key,
          holderName(holder, locale),
          holder.country,
          holder.region,
          holder.organisationKind
        ])
      );
    const body = [
      csvStart + csvRow(columns),
      ...record.positions.map(line('decides')),
      ...silent,
      ...record.advice.map(line('advises'))
    ].join('');
    return new Response(body, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="positions.csv"',
        'cache-control': 'private, no-cache'
      }
    });
  });
