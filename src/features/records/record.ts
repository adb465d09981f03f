import type { Act } from '#features/people/people.ts';
import type { Direction } from '#lib/dir.ts';
import type { Names } from '#lib/names.ts';
import type { AttendanceChapter } from '#features/attendance/attendance.ts';
import type { BallotsChapter } from '#features/ballots/ballots.ts';
import type { HeadsChapter } from '#features/attendance/delegations.ts';
import type { FloorChapter } from '#features/floor/floor.ts';
import type { QuestionsChapter } from '#features/questions/questions.ts';
import type { AgendaChapter, Audience, SessionKind } from '#features/sessions/sessions.ts';
import type { LessonsChapter } from '#features/outcomes/captured.ts';
import type { CoOrganiser, DocumentsChapter } from '#features/sessions/planning.ts';
import type { MinutesChapter } from '#features/outcomes/minutes.ts';
import type { OutcomesChapter } from '#features/outcomes/outcomes.ts';
import type { TextsChapter } from '#features/outcomes/text.ts';
import type { RemarksChapter } from '#features/statements/remarks.ts';
import type { WindowChapter } from '#features/statements/window.ts';
import type { StatementsChapter } from '#features/statements/statements.ts';
import type { ApprovalChapter, EditionReason, EditionView, OpenAmendment } from './approval.ts';

/**
 * The permanent record of a session: what stays when it is closed. It holds facts only, in UTC and in the languages in which they
 * were said; how a page words them may change, these bytes do not. Attendance is counted, not named.
 */
export interface SessionRecord
  extends
    AgendaChapter,
    DocumentsChapter,
    AttendanceChapter,
    HeadsChapter,
    FloorChapter,
    Partial<BallotsChapter>,
    QuestionsChapter,
    StatementsChapter,
    RemarksChapter,
    WindowChapter,
    OutcomesChapter,
    MinutesChapter,
    LessonsChapter,
    TextsChapter,
    ApprovalChapter {
  format: 'palabre-session-record/1';
  /** Of editions after the first: what it was made for, when, and the SHA-256 of the one before. */
  edition?: { number: number; reason: EditionReason; at: string; follows: string };
  session: {
    id: string;
    forum: { slug: string; titles: Names };
    title: string;
    lang: string;
    dir: Direction;
    kind: SessionKind;
    audience: Audience;
    startsAt: string;
    endsAt: string;
    timezone: string;
    place: string | null;
    countries: string[];
    chair: Act;
    scheduledBy: Act;
    openedAt: string;
    closedAt: string;
    /** Only where there is one. */
    parent?: string;
    series?: string;
    coOrganisers?: CoOrganiser[];
  };
  links: { session: string; record: string; forum: string; documents: string[] };
}

/** What a record is read in elsewhere; as data it is its own bytes. */
export const recordFormats = ['html', 'md', 'docx'] as const;
export type RecordFormat = (typeof recordFormats)[number];

/** A record as its page shows it. */
export interface RecordView {
  record: SessionRecord;
  hash: string;
  /** Which edition this is, and all there are. */
  number: number;
  editions: EditionView[];
  /** Corrections that wait for the chair. */
  open: OpenAmendment[];
  /** Of each passage that is corrected: its chapter, and what it is called. */
  corrected: Record<string, { field: string; label: string }>;
  /** For those who may correct: the id of a next correction, and what it may be about. */
  mine: { nextId: string; passages: { anchor: string; label: string }[] } | null;
  lead: boolean;
  /** The server's clock. */
  now: number;
}
