/** What a thread is for, and what comes with it. Pure: it runs in the browser too. */
import type { Act } from '#features/people/people.ts';
import type { AdminLevel } from '#lib/vocab/codes.ts';

/**
 * discussion: anything. question: one reply may be accepted as its answer. call: replies may be experiences, told in a
 * form and compared in a table. announcement: by who leads the forum. support: a ministry's request, routed to a desk.
 */
export const purposes = ['discussion', 'question', 'call', 'announcement', 'support'] as const;
export type Purpose = (typeof purposes)[number];

export const outcomes = ['worked', 'partly', 'did_not_work'] as const;
export type Outcome = (typeof outcomes)[number];

export const supportKinds = ['ad_hoc', 'long_term'] as const;
export type SupportKind = (typeof supportKinds)[number];

/** The ways of a support request, nearest first. */
export const supportLevels = ['country', 'regional', 'headquarters'] as const satisfies AdminLevel[];
export type SupportLevel = (typeof supportLevels)[number];

/** How many days a desk has before the request goes one level up by itself. */
export const deskDays: Record<SupportKind, number> = { ad_hoc: 5, long_term: 15 };

export const limits = {
  measureLength: 200,
  accountLength: 20_000,
  evidenceLength: 2000,
  contactLength: 200,
  reasonLength: 500,
  firstYear: 1950,
  pinnedDays: 365,
  tags: 8,
  tagLength: 40,
  /** Rows of the table on one page. */
  experiencesPerPage: 200
} as const;

/** The reply that answers a question: which one, and who says so, as they were then. */
export interface Acceptance {
  number: number;
  postId: string;
  act: Act;
  at: string;
}

/** What a country tells of a measure, beside the text of its post. */
export interface Experience {
  postId: string;
  number: number;
  country: string;
  measure: string;
  year: number;
  outcome: Outcome;
  evidence: string;
  /** Empty when there is none, or when it is for members: what travels to a room is for everyone in it. */
  contact: string;
  contactKept: boolean;
  account: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  organisation: Record<string, string> | null;
  personName: string;
}

/** One step of a support request on its way. `organisation`: the desk; null when none is named at that level. */
export interface SupportStep {
  number: number;
  level: SupportLevel;
  organisation: { id: string; slug: string; names: Record<string, string> } | null;
  at: string;
  /** Who sent it on; null: it was the first step, or the time was over. */
  by: string | null;
  why: 'opened' | 'no-desk' | 'by-hand' | 'overdue';
  reason: string | null;
}

export interface SupportState {
  kind: SupportKind;
  country: string;
  steps: SupportStep[];
  /** When it goes one level up by itself; null once answered, or at headquarters. */
  dueAt: string | null;
  answered: { number: number; at: string } | null;
}

export interface ListedRequest {
  id: string;
  title: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  act: Act;
  kind: SupportKind;
  country: string;
  level: SupportLevel;
  desk: { id: string; names: Record<string, string> } | null;
  at: string;
  dueAt: string | null;
  answeredAt: string | null;
  closed: boolean;
  /** The reader answers for the desk that has it now. */
  mine: boolean;
}

export const purposeEvents = {
  answerAccepted: 'answer.accepted',
  answerUnaccepted: 'answer.unaccepted',
  experienceShared: 'experience.shared',
  experienceChanged: 'experience.changed',
  supportRequested: 'support.requested',
  supportRouted: 'support.routed',
  supportAnswered: 'support.answered',
  tagsChanged: 'tags.changed',
  deskNamed: 'support-desk.named',
  deskEnded: 'support-desk.ended'
} as const;

/** The text of the post that carries an experience: it reads alone in a mail, an export or a search, in any language. */
export const bodyOf = (of: { measure: string; account: string; evidence: string }): string =>
  [`**${of.measure.replaceAll('*', '\\*')}**`, of.account, of.evidence]
    .filter((part) => part.trim())
    .join('\n\n');
