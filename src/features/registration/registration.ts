import type { DelegationCount } from '#features/sessions/delegations.ts';
import type { Act } from '#features/people/people.ts';
import type { PartKey } from '#features/sessions/parts.ts';

/** Who said that they will come, by delegation. The reader's own: as whom they registered. */
export const registrationKey: PartKey<DelegationCount[], never, Act | null> = { name: 'registration' };
