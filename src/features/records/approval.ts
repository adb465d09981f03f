/** What comes after the close: the minutes are for approval until a deadline, then they are approved and frozen. */
import * as v from 'valibot';
import type { Act } from '#features/people/people.ts';
import { capacityField } from '#features/people/people.ts';
import { id, inSession, languageTag } from '#features/sessions/inputs.ts';
import type { PartKey } from '#features/sessions/parts.ts';
import type { Direction } from '#lib/dir.ts';
import { isText } from '#lib/plain-text.ts';

export const limits = {
  textLength: 2000,
  reasonLength: 500,
  /** Corrections of one record. */
  amendments: 200
} as const;

/** Hours in which corrections are taken, by the chair's choice at the close. */
export const approvalHours = [24, 48, 72, 168] as const;
export const usualHours = 48;

/** Why an edition of the record was made. close: the first. written: late answers. amendment: a correction was decided. approval: the last. */
export const editionReasons = ['close', 'written', 'amendment', 'approval'] as const;
export type EditionReason = (typeof editionReasons)[number];

export interface EditionView {
  number: number;
  reason: EditionReason;
  at: string;
  hash: string;
}

/** A correction in the record: it stands beside the passage, which itself never changes. */
export interface RecordedAmendment {
  number: number;
  /** The anchor of what it corrects on the record's page: `statement-3`, `decision-1`; `record` for the whole. */
  passage: string;
  text: string;
  reason: string | null;
  lang: string;
  dir: Direction;
  act: Act;
  at: string;
  decided: 'accepted' | 'refused';
  decidedBy: Act;
  decidedAt: string;
  /** Why it was refused. */
  decision: string | null;
}

/** What the record says of its own approval; absent in records older than it. */
export interface ApprovalChapter {
  approval?: {
    deadline: string;
    approvedAt?: string;
    /** null: nobody objected until the deadline. */
    by?: Act | null;
    /** Why before the deadline. */
    early?: string;
  };
  amendments?: RecordedAmendment[];
}
export const recordKey: PartKey = { name: 'record' };

/** A correction that nobody has decided yet. */
export type OpenAmendment = Pick<
  RecordedAmendment,
  'number' | 'passage' | 'text' | 'reason' | 'lang' | 'dir' | 'act' | 'at'
> & { id: string };

export const events = {
  approved: 'session.approved',
  amended: 'session.amended',
  written: 'session.answers-taken'
} as const;

const words = (most: number) =>
  v.pipe(
    v.string('empty'),
    v.transform((typed) => typed.normalize('NFC').trim()),
    v.minLength(1, 'empty'),
    v.maxLength(most, 'too-long'),
    v.check(isText, 'not-text')
  );

export const closing = v.object({
  ...inSession,
  hours: v.optional(
    v.pipe(
      v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,3}$/, 'invalid'), v.transform(Number))]),
      v.picklist(approvalHours)
    )
  )
});

export const newAmendment = v.object({
  ...inSession,
  /** Made by the page of the one who proposes, so that sending twice proposes once. */
  id,
  passage: v.pipe(v.string('passage-unknown'), v.regex(/^[a-z]+(-\d{1,5})?$/, 'passage-unknown')),
  text: words(limits.textLength),
  reason: v.optional(words(limits.reasonLength)),
  lang: v.optional(languageTag, 'en'),
  capacity: capacityField
});
export type NewAmendment = v.InferOutput<typeof newAmendment>;

export const amendmentChoice = v.object({ ...inSession, amendment: id });

export const amendmentDecision = v.object({
  ...inSession,
  amendment: id,
  decision: v.picklist(['accepted', 'refused']),
  reason: v.optional(words(limits.reasonLength)),
  capacity: capacityField
});
export type AmendmentDecision = v.InferOutput<typeof amendmentDecision>;

export const minutesApproval = v.object({
  ...inSession,
  reason: v.optional(words(limits.reasonLength)),
  capacity: capacityField
});
export type MinutesApproval = v.InferOutput<typeof minutesApproval>;
