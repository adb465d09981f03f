import type { Act } from '#features/people/people.ts';
import type { Counted, PartKey } from '#features/sessions/parts.ts';
import type { Direction } from '#lib/dir.ts';

/**
 * What a chair puts to a room. `straw`: a look around, which decides nothing. `consent`: "any objection?", with a count-down; silence is
 * agreement. `vote`: one ballot a delegation.
 */
export const ballotKinds = ['straw', 'consent', 'vote'] as const;
export type BallotKind = (typeof ballotKinds)[number];

/** Whose answer counts: each person's, or one for each country's delegation. */
export const voters = ['person', 'delegation'] as const;
export type Voter = (typeof voters)[number];

export const majorities = ['simple', 'two_thirds'] as const;
export type Majority = (typeof majorities)[number];

/** `for`, `against`, `abstain`, `object` (a consent's only answer), or the number of an option. */
export type Choice = string;

export interface Option {
  id: number;
  text: string;
}

export const limits = {
  questionLength: 300,
  optionLength: 120,
  options: 8,
  explanationLength: 2000,
  /** Seconds of a count-down. */
  shortest: 10,
  longest: 3600,
  consentSeconds: 30,
  /** In one session. */
  ballots: 60,
  /** Fewer papers than this in a secret ballot would tell who answered what: it shows no figures, and has no result. */
  secretPapers: 3,
  /** Milliseconds after the end in which what came before it, and waited, is still counted. */
  grace: 400
} as const;

export type OutcomeCode =
  | 'no_answer'
  | 'no_quorum'
  | 'too_few'
  | 'shown'
  | 'adopted'
  | 'rejected'
  | 'undecided'
  | 'chosen'
  | 'tied'
  | 'consensus'
  | 'objected';

export interface BallotResult {
  answered: number;
  /** Of how many; null where every person here may answer. */
  eligible: number | null;
  /** How many answers the quorum asks for; null without one. */
  needed: number | null;
  /** In the order of the choices; null where figures would tell who answered what. */
  rows: { choice: Choice; count: number }[] | null;
  /** By WHO region (`none`: a country in none), counts in the order of the rows; null where who answered what is not shown. */
  regions: { region: string; counts: number[] }[] | null;
  /** By choice, the countries that answered so; null where that is not shown. */
  countries: Record<Choice, string[]> | null;
  outcome: { code: OutcomeCode; choices: Choice[] };
}

/** How a ballot ended: the chair, its time, an objection, or the session's close. */
export type EndedBy = 'chair' | 'time' | 'objection' | 'close';

export interface BallotView {
  id: string;
  /** The session's sequence at its last change. */
  seq: number;
  number: number;
  itemPosition: number | null;
  kind: BallotKind;
  question: string;
  lang: string;
  dir: Direction;
  /** None: for, against, abstain. */
  options: Option[];
  voter: Voter;
  secret: boolean;
  majority: Majority;
  /** In percent of those who decide. */
  quorum: number | null;
  /** The countries that decide; null where every person here may answer. */
  deciders: string[] | null;
  startedAt: string;
  /** When its time is over, by the server's clock; null: the chair ends it. */
  endsAt: string | null;
  endedAt: string | null;
  endedBy: EndedBy | null;
  /** Taken back: it has no result. */
  withdrawnAt: string | null;
  /** Nobody sees a figure before the end. */
  result: BallotResult | null;
}

/** Why a delegation answered as it did: shown when the ballot is over. */
export interface ExplanationView {
  id: string;
  ballotId: string;
  act: Act;
  html: string;
  lang: string;
  dir: Direction;
  at: string;
}

export interface BallotsState {
  ballots: BallotView[];
  explanations: ExplanationView[];
}
export interface BallotsDelta {
  ballot?: BallotView;
  explanation?: ExplanationView;
}

/** What the reader alone sees. */
export interface OwnBallots {
  /** The id of a next act, so that a form without JavaScript that is sent twice acts once. */
  nextId: string;
  /** For who leads: the countries that would decide if nothing else is said. */
  deciders: string[] | null;
  /** What was cast for one's country (or by oneself). Of a secret ballot nobody sees what, not even who cast it. */
  cast: { ballotId: string; country: string | null; by: string; at: string; choice: Choice | null }[];
}

const upsert = <T extends { id: string }>(list: T[], one: T | undefined): T[] =>
  !one
    ? list
    : list.some(({ id }) => id === one.id)
      ? list.map((each) => (each.id === one.id ? one : each))
      : [...list, one];

export const ballotsKey: PartKey<BallotsState, BallotsDelta, OwnBallots | null> = {
  name: 'ballots',
  fold: ({ ballots, explanations }, delta) => ({
    ballots: upsert(ballots, delta.ballot),
    explanations: upsert(explanations, delta.explanation)
  })
};

/**
 * Who has answered the ballot that is open: an entry for each country, or one with the number of people. It is counted, so that forty
 * answers in a second are one fact to the room; what was answered is in no part of it.
 */
export interface Answered extends Counted {
  ballotId: string;
  country: string | null;
  people: number;
}
export const answeredKey: PartKey<Answered[]> = { name: 'ballot_answers' };

export const isOpen = ({ endedAt, withdrawnAt }: { endedAt: unknown; withdrawnAt: unknown }): boolean =>
  endedAt === null && withdrawnAt === null;

export const choicesOf = ({ kind, options }: { kind: BallotKind; options: Option[] }): Choice[] =>
  kind === 'consent'
    ? ['object']
    : options.length > 0
      ? [...options.map(({ id }) => String(id)), 'abstain']
      : ['for', 'against', 'abstain'];

/** The ballots in the record. */
export interface BallotsChapter {
  ballots: RecordedBallot[];
}
export interface RecordedBallot {
  number: number;
  item: number | null;
  kind: BallotKind;
  question: string;
  lang: string;
  dir: Direction;
  options: Option[];
  voter: Voter;
  secret: boolean;
  majority: Majority;
  quorum: number | null;
  deciders: string[] | null;
  act: Act;
  startedAt: string;
  endsAt: string | null;
  endedAt: string | null;
  endedBy: EndedBy | null;
  withdrawnAt: string | null;
  result: BallotResult | null;
  /** Of recorded ballots by delegation: what each answered, by whose hand, and what binds it to the audit log. */
  positions: {
    country: string;
    choice: Choice;
    act: Act;
    at: string;
    revision: number;
    salt: string;
    commitment: string;
  }[];
  /** Markdown, as it was written. */
  explanations: { id: string; act: Act; lang: string; dir: Direction; body: string; at: string }[];
}
