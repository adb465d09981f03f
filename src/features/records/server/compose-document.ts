import type { Act } from '#features/people/people.ts';
import {
  actText,
  momentText,
  type Block,
  type Passage,
  type Written
} from '#features/sessions/chapter-text.ts';
import { kindName } from '#features/sessions/words.ts';
import type { Direction } from '#lib/dir.ts';
import { formatMoment, placeOf } from '#lib/moment.ts';
import { nameIn } from '#lib/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { RecordedAmendment } from '../approval.ts';
import type { SessionRecord } from '../record.ts';
import { chapterTexts } from '../texts.ts';

/** A correction, where it stands: below its passage. */
export interface CorrectionText {
  kind: 'correction';
  title: string;
  about: string[];
  words: Written;
  notes: string[];
}

/** A record in words, in the reader's language: what each format gives its look. */
export interface RecordDocument {
  locale: string;
  dir: Direction;
  forum: string;
  title: Written;
  /** What kind of session, who chaired it, where and when; whether the minutes are approved. */
  about: string[];
  corrections: CorrectionText[];
  chapters: { title: string; blocks: (Block | CorrectionText)[] }[];
  proof: string;
  address: string;
}

/** From the record and nothing else: the same edition in the same language is the same document. */
export function composeDocument(
  record: SessionRecord,
  { hash, origin }: { hash: string; origin: string }
): RecordDocument {
  const locale = getLocale();
  const { session } = record;
  const corrections = (anchor: string) =>
    (record.amendments ?? []).filter(({ passage }) => passage === anchor).map(correctionText);
  return {
    locale,
    dir: locale === 'ar' ? 'rtl' : 'ltr',
    forum: nameIn(session.forum.titles, locale),
    title: { text: session.title, lang: session.lang, dir: session.dir },
    about: [
      kindName(session.kind),
      m.session_chaired_by({ name: actText(session.chair) }),
      ...(session.place ? [session.place] : []),
      heldText(session.openedAt, session.closedAt, session.timezone),
      ...approvalText(record)
    ],
    corrections: corrections('record'),
    chapters: chapterTexts(record).map(({ field, title, blocks }) => ({
      title,
      blocks: [
        ...corrections(field),
        ...blocks.flatMap((block) => [
          block,
          ...passagesOf(block).flatMap(({ anchor }) => corrections(anchor))
        ])
      ]
    })),
    proof: m.records_proof({ hash }),
    address: `${origin}${record.links.session}`
  };
}

const passagesOf = (block: Block): Passage[] =>
  block.kind === 'entry'
    ? [block.passage].filter((passage) => passage !== null)
    : block.kind === 'table'
      ? block.rows.flatMap(({ passage }) => passage ?? [])
      : [];

/** In the zone of the session, and in UTC. */
function heldText(from: string, to: string, timezone: string): string {
  const locale = getLocale();
  const local = [
    formatMoment(new Date(from), locale, timezone),
    formatMoment(new Date(to), locale, timezone, 'time')
  ];
  const utc = [momentText(from, 'time'), momentText(to, 'time')];
  return `${m.session_times({ from: local[0], to: local[1], place: placeOf(timezone) })} (${utc.join(' – ')})`;
}

function approvalText({ approval }: SessionRecord): string[] {
  if (!approval) return [];
  const { deadline, approvedAt, by, early } = approval;
  if (!approvedAt)
    return [`${m.records_for_approval()}. ${m.records_correct_until({ moment: momentText(deadline) })}`];
  return [
    `${by ? m.records_approved_by({ moment: momentText(approvedAt), name: actText(by) }) : m.records_approved_silence({ moment: momentText(approvedAt) })} ${m.records_frozen()}`,
    ...(early ? [`${m.records_early()} ${early}`] : [])
  ];
}

function correctionText(each: RecordedAmendment): CorrectionText {
  const said = (act: Act, at: string) => `${actText(act)}, ${momentText(at)}`;
  const outcome = each.decided === 'accepted' ? m.records_accepted() : m.records_refused();
  return {
    kind: 'correction',
    title: `${m.records_correction({ number: each.number })} (${outcome})`,
    about: [said(each.act, each.at)],
    words: { text: each.text, lang: each.lang, dir: each.dir },
    notes: [
      ...(each.reason ? [`${m.records_why()} ${each.reason}`] : []),
      [`${outcome}: ${said(each.decidedBy, each.decidedAt)}`, each.decision].filter(Boolean).join(' · ')
    ]
  };
}
