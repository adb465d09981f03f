/** What pages get to see of a proposal. */
import type { Act } from '#features/people/people.ts';
import type { Direction } from '#lib/dir.ts';
import type { Names } from '#lib/names.ts';
import type { Outcome, Result } from './count.ts';
import type {
  Decider,
  Holder,
  Method,
  Option,
  Phase,
  PositionView,
  ProposalState,
  Quorum,
  SubjectKind,
  Value,
  ValuesSeen,
  Words
} from './positions.ts';
import type { RecordedChange } from './record.ts';

export interface ProposalSummary {
  id: string;
  question: string;
  lang: string;
  dir: Direction;
  method: Method;
  decides: Decider;
  phase: Phase;
  opensAt: string;
  closesAt: string;
  answered: number;
  /** Null where every person may answer. */
  eligible: number | null;
  outcome: Outcome | null;
  /** The options that came first, of a closed poll or ranking. */
  first: Option[];
}

/** A proposal in a list over many spaces: with the space that it stands in. */
export interface ListedProposal extends ProposalSummary {
  space: { slug: string; titles: Names };
}

/** One position as those see it whose it is: also while it is closed to everyone else. */
export interface OwnPosition {
  id: string;
  act: Act;
  delegated: boolean;
  at: string;
  value: Value;
  reservation: Words | null;
  explanation: Words | null;
  superseded: boolean;
}

/** A way in which the reader may answer now: for whom, in which capacity, and what was cast there so far. */
export interface OwnStanding {
  key: string;
  standing: 'decides' | 'advises';
  capacity: string;
  /** Null: for oneself. */
  holder: Holder | null;
  /** The organisation that the reader acts for. */
  organisation: Names | null;
  delegated: boolean;
  /** Latest first. Of another's position only what one's own organisation cast: the rest is theirs. */
  positions: OwnPosition[];
}

export interface DelegationView {
  id: string;
  holder: Holder;
  act: Act;
  to: { organisation: Names; slug: string; personName: string | null };
  at: string;
  endsAt: string;
  revoked: { at: string; by: Act | null } | null;
  /** Given by the reader's own side, who may take it back. */
  own: boolean;
}

/** An organisation that could cast for another, with those who hold its mandate to negotiate. */
export interface DelegateChoice {
  id: string;
  names: Names;
  people: { id: string; name: string }[];
}

export interface ProposalView {
  id: string;
  space: { id: string; slug: string; titles: Names };
  subject: { kind: SubjectKind; id: string };
  act: Act;
  at: string;
  question: string;
  html: string;
  lang: string;
  dir: Direction;
  method: Method;
  multiple: boolean;
  options: Option[];
  decides: Decider;
  visible: ValuesSeen;
  awaitedShown: boolean;
  quorum: Quorum | null;
  timezone: string;
  opensAt: string;
  eligible: Holder[] | null;
  changes: RecordedChange[];
  seq: number;
  state: ProposalState;
  /** What stands and may be seen; empty while it is closed until the end. */
  positions: PositionView[];
  /** From the record, once there is one. */
  closed: { at: string; by: Act | null; result: Result; hash: string } | null;
  own: { standings: OwnStanding[]; delegations: DelegationView[] };
  may: { run: boolean };
}
