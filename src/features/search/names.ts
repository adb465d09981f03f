/** What the pieces of a search are called in the reader's language. */
import { m } from '#lib/paraglide/messages.js';
import type { OperatorName } from './operators.ts';
import type { Complaint } from './query.ts';
import { limits, type DocumentKind } from './search.ts';

type Text = () => string;

const kinds: Record<DocumentKind, Text> = {
  thread: m.search_kind_thread,
  post: m.search_kind_post,
  brief: m.search_kind_brief,
  publication: m.search_kind_publication,
  session: m.search_kind_session,
  statement: m.search_kind_statement,
  record: m.search_kind_record,
  lesson: m.search_kind_lesson,
  position: m.search_kind_position,
  space: m.search_kind_space,
  organisation: m.search_kind_organisation,
  person: m.search_kind_person,
  country: m.search_kind_country
};
export const kindName = (kind: DocumentKind): string => kinds[kind]();

const operators: Record<OperatorName, Text> = {
  country: m.search_by_country,
  organisation: m.search_by_organisation,
  capacity: m.search_by_capacity,
  kind: m.search_by_kind,
  tag: m.search_by_tag,
  before: m.search_by_before,
  after: m.search_by_after,
  lang: m.search_by_lang,
  by: m.search_by_by,
  in: m.search_by_space
};
export const operatorLabel = (name: OperatorName): string => operators[name]();

const complaints: Record<Complaint['reason'], (inputs: { piece: string; count: number }) => string> = {
  'too-long': m.search_complaint_too_long,
  'unknown-operator': m.search_complaint_unknown_operator,
  'empty-operator': m.search_complaint_empty_operator,
  date: m.search_complaint_date,
  country: m.search_complaint_country,
  kind: m.search_complaint_kind,
  capacity: m.search_complaint_capacity,
  lang: m.search_complaint_lang,
  organisation: m.search_complaint_organisation,
  forum: m.search_complaint_forum,
  by: m.search_complaint_by,
  'no-words': m.search_complaint_no_words
};
/** What was typed is set apart from the sentence around it, whichever way it runs. */
export const complaintText = ({ reason, piece }: Complaint): string =>
  complaints[reason]({ piece: `\u2068${piece}\u2069`, count: limits.query });

export function langName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
