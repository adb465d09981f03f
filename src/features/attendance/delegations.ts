import * as v from 'valibot';
import type { Act } from '#features/people/people.ts';
import { id, inSession } from '#features/sessions/inputs.ts';
import type { PartKey } from '#features/sessions/parts.ts';
import type { Names } from '#lib/names.ts';

/** Who leads a delegation. It is a public function, so it is told by name. */
export interface Head {
  /** As `delegationOf` says it: `country:SN`, `organisation:ID`. */
  key: string;
  personId: string;
  name: string;
}
export const headsKey: PartKey<Head[]> = { name: 'heads' };

/** The heads in the record. */
export interface HeadsChapter {
  heads?: { act: Act; namedAt: string }[];
}

/** One person of a delegation, for those who are signed in. */
export interface DelegationMember {
  act: Act;
  here: boolean;
  registered: boolean;
  observer: boolean;
}

export interface DelegationView {
  key: string;
  country: string | null;
  organisation: Names | null;
  invited: boolean;
  head: Act | null;
  here: number;
  registered: number;
  /** Empty for guests: they see numbers. */
  members: DelegationMember[];
  /** Whether the reader may say who leads it. */
  mayName: boolean;
}

export const headChoice = v.object({ ...inSession, person: id });
