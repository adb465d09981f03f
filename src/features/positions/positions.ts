import type { Act } from '#features/people/people.ts';
import type { Direction } from '#lib/dir.ts';
import type { InRoom } from '#lib/live/room.ts';
import type { Names } from '#lib/names.ts';

/** What a proposal belongs to. (Sessions come later: the tables know no more of it than a kind and an id.) */
export const subjectKinds = ['thread'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

export const methods = ['poll', 'consent', 'gradients', 'ranked'] as const;
export type Method = (typeof methods)[number];

/** Whose a position is: a person's, an organisation's, or that of a country's delegation. One each, whoever casts it. */
export const deciders = ['person', 'organisation', 'delegation'] as const;
export type Decider = (typeof deciders)[number];

/** `open`: positions are seen as they are cast. `at_close`: nobody sees one before the end, but those whose it is. */
export const visibilities = ['open', 'at_close'] as const;
export type ValuesSeen = (typeof visibilities)[number];

export const stances = ['support', 'support_with_reservation', 'abstain', 'dissociate', 'object'] as const;
export type Stance = (typeof stances)[number];

/** The eight steps of the gradients of agreement (after S. Kaner), from wholehearted support to a block. */
export const steps = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** What was answered, by method. Options are named by their numbers, from 1. */
export type Value = { stance: Stance } | { step: number } | { options: number[] } | { order: number[] };

export interface Option {
  id: number;
  text: string;
}

export type QuorumKind = 'number' | 'share';
/** `size` is a number of answers, or a percentage of those who may decide. */
export interface Quorum {
  kind: QuorumKind;
  size: number;
}

/** Whose position it is, as they were when the list was made (organisations, countries) or when they answered (persons). */
export interface Holder {
  /** `organisation:ID`, `country:SN` or `person:ID`. */
  key: string;
  kind: 'organisation' | 'country' | 'person';
  /** An organisation's names; null for countries and persons. */
  names: Names | null;
  slug: string | null;
  /** A person's name. */
  name: string | null;
  country: string | null;
  /** WHO's region of the country then. */
  region: string | null;
  organisationKind: string | null;
}

/** A text that somebody wrote, with its language. */
export interface Words {
  text: string;
  lang: string;
  dir: Direction;
}

export interface PositionView {
  id: string;
  seq: number;
  holder: Holder;
  /** Advice is shown apart and never counted. */
  standing: 'decides' | 'advises';
  /** Who cast it, as they were then. */
  act: Act;
  /** Cast by another's organisation, under a delegation. */
  delegated: boolean;
  at: string;
  /** 1 when it was never changed. */
  revision: number;
  value: Value;
  reservation: Words | null;
  explanation: { html: string; lang: string; dir: Direction } | null;
}

export type Phase = 'coming' | 'open' | 'closed' | 'withdrawn';
export const phaseOf = (
  {
    opensAt,
    closesAt,
    closedAt,
    withdrawnAt
  }: { opensAt: Date; closesAt: Date; closedAt: Date | null; withdrawnAt: Date | null },
  at = new Date()
): Phase =>
  withdrawnAt ? 'withdrawn' : closedAt || closesAt <= at ? 'closed' : opensAt > at ? 'coming' : 'open';

/** What happened to a proposal while it ran, each with a reason that everyone reads. */
export const changeKinds = ['extension', 'early_closing', 'withdrawal', 'addition', 'removal'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export const proposalRoom = (id: string) => `proposal:${id}`;

/** `proposal.opened` and `proposal.closed` carry ids only, for listeners; the others go to the room `proposal:ID`. */
export const events = {
  opened: 'proposal.opened',
  closed: 'proposal.closed',
  changed: 'proposal.changed',
  cast: 'position.cast',
  delegated: 'position.delegated'
} as const;

/** What changes about a proposal while it runs, the same for every reader. */
export interface ProposalState {
  phase: Phase;
  closesAt: string;
  answered: number;
  /** Who has answered, by key; null when the proposer keeps it to the end. */
  holders: string[] | null;
}
export interface ProposalChanged extends InRoom {
  state: ProposalState;
}
/** `holder` and `position` are null as long as the proposal does not show them. */
export interface PositionCast extends InRoom {
  answered: number;
  holder: string | null;
  position: PositionView | null;
}
export interface ProposalFact {
  id: string;
  spaceId: string;
  subject: { kind: SubjectKind; id: string };
}

/** Lengths in characters. Many more than twelve options nobody ranks. */
export const limits = {
  questionLength: 300,
  explanationLength: 10_000,
  optionLength: 200,
  options: 12,
  reservationLength: 2000,
  positionLength: 5000,
  reasonLength: 500,
  eligible: 400,
  /** A proposal runs for a year at most. */
  days: 366,
  /** On a page of the list of all. */
  listed: 40,
  perHour: 20,
  castsPerMinute: 30
} as const;
