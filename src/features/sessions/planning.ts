import type { Act } from '#features/people/people.ts';
import type { Names } from '#lib/names.ts';
import type { PartKey } from './parts.ts';

/** Who may have a place: whoever may take part; whom the organisers approve; who was invited. */
export const registrationRules = ['open', 'approval', 'invited'] as const;
export type RegistrationRule = (typeof registrationRules)[number];

/** An organisation that holds the session with others, as it was named then. */
export interface CoOrganiser {
  id: string;
  slug: string;
  names: Names;
}

export const planningLimits = {
  capacity: 100_000,
  reasonLength: 500,
  coOrganisers: 20,
  documents: 200,
  ownProposals: 5,
  proposals: 50,
  reminderHours: [168, 72, 24, 1]
} as const;

/** A paper of the session, or of an item of it; expected as long as it has no address. */
export interface SessionDocument {
  id: string;
  item: string | null;
  title: string;
  href: string | null;
  /** Who brings it. */
  owner: string | null;
}

/** An item that a participant asks to have on the agenda, and that nobody decided yet. */
export interface ItemProposal {
  id: string;
  title: string;
  minutes: number;
  reason: string | null;
  by: Act;
}

/** What the page of a session must hear of its plan: which revision is true, whether it is cancelled, its papers, what is proposed. */
export interface Planning {
  revision: number;
  cancelledAt: string | null;
  reason: string | null;
  documents: SessionDocument[];
  proposals: ItemProposal[];
}
/** A session beside this one, as the reader may see it. */
export interface Beside {
  id: string;
  title: string;
  lang: string;
  startsAt: Date;
}
/** What the session belongs to, and what belongs to it: of all this only what the reader may read. */
export interface Chain {
  parent: Beside | null;
  series: { id: string; title: string; lang: string } | null;
  children: Beside[];
}
export const planningKey: PartKey<Planning, never, Chain> = { name: 'planning' };

/** The papers in the record: those that there are. */
export interface DocumentsChapter {
  documents?: { item: number | null; title: string; href: string }[];
}
