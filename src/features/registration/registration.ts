import type { DelegationCount } from '#features/sessions/delegations.ts';
import type { Act } from '#features/people/people.ts';
import type { Names } from '#lib/names.ts';
import type { PartKey } from '#features/sessions/parts.ts';

/** placed: has a place; pending: an organiser has yet to agree; waiting: all places are taken; refused: with the organiser's reason. */
export type RegistrationStatus = 'placed' | 'pending' | 'waiting' | 'refused';

/** A state follows from the dates of the row. */
export const statusOf = (row: {
  refusedAt: Date | null;
  pendingSince: Date | null;
  waitingSince: Date | null;
}): RegistrationStatus =>
  row.refusedAt ? 'refused' : row.pendingSince ? 'pending' : row.waitingSince ? 'waiting' : 'placed';

export interface OwnRegistration {
  act: Act;
  status: RegistrationStatus;
  /** The place in the waiting list, from 1. */
  position: number | null;
  reason: string | null;
}

/** Who has a place, by delegation. The reader's own: as whom they registered, and how that stands. */
export const registrationKey: PartKey<DelegationCount[], never, OwnRegistration | null> = {
  name: 'registration'
};

export const subjectKinds = ['country', 'organisation', 'person'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** Who was invited, as organisers see it. */
export interface InvitationView {
  id: string;
  kind: SubjectKind;
  /** The country's code; else null. */
  country: string | null;
  names: Names | null;
  places: number | null;
  message: string | null;
  by: Act;
  invitedAt: Date;
  /** How many have a place by it. */
  taken: number;
}
export interface RegistrationView {
  act: Act;
  status: RegistrationStatus;
  registeredAt: Date;
}

export const limits = { messageLength: 1000, reasonLength: 500, places: 1000, invitations: 500 } as const;

/** Why a letter about a session is written. */
export type LetterKind =
  'invited' | 'placed' | 'waiting' | 'pending' | 'refused' | 'revised' | 'cancelled' | 'reminder';

export const events = { invited: 'session.invited', letters: 'session.letters' } as const;
