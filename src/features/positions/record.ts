import type { Act } from '#features/people/people.ts';
import type { Direction } from '#lib/dir.ts';
import type { Names } from '#lib/names.ts';
import type { Result } from './count.ts';
import type {
  ChangeKind,
  Decider,
  Holder,
  Method,
  Option,
  Quorum,
  SubjectKind,
  Value,
  ValuesSeen,
  Words
} from './positions.ts';

/**
 * What stays of a closed proposal. Facts only, in UTC and in the languages in which they were said: how a page words them
 * may change, these bytes do not. Each position carries its salt, so that it can be held against the audit log.
 */
export interface ProposalRecord {
  format: 'palabre-proposal-record/1';
  proposal: {
    id: string;
    subject: { kind: SubjectKind; id: string };
    forum: { slug: string; titles: Names };
    question: string;
    explanation: string | null;
    lang: string;
    dir: Direction;
    method: Method;
    multiple: boolean;
    options: Option[];
    decides: Decider;
    secrecy: 'recorded' | 'secret';
    visible: ValuesSeen;
    quorum: Quorum | null;
    timezone: string;
    proposedBy: Act;
    opensAt: string;
    closesAt: string;
    closedAt: string;
    closedBy: Act | null;
  };
  changes: RecordedChange[];
  /** Who could decide; null where every person could. */
  eligible: Holder[] | null;
  positions: RecordedPosition[];
  /** Said in a personal capacity, and not counted. */
  advice: RecordedPosition[];
  result: Result;
  links: { proposal: string; record: string; positions: string; forum: string };
}

export interface RecordedChange {
  kind: ChangeKind;
  /** Who was added to those who decide, or taken out. */
  about?: Holder;
  before: string;
  after: string;
  reason: string;
  by: Act;
  at: string;
}

export interface RecordedPosition {
  id: string;
  holder: Holder;
  castBy: Act;
  /** Cast by another's organisation, under a delegation. */
  delegated: boolean;
  at: string;
  revision: number;
  value: Value;
  reservation: Words | null;
  /** Markdown, as it was written. */
  explanation: Words | null;
  salt: string;
  commitment: string;
}
