import type { NewEntry } from '#features/audit/audit.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Member } from '#features/people/people.ts';
import type { Tx } from '#lib/server/db.ts';

/** Records what was done in a space, as the last statement of its transaction. Without `by`: Palabre itself. */
export async function appendFact(
  tx: Tx,
  by: Pick<Member, 'personId' | 'country'> | null,
  action: string,
  spaceId: string,
  of: Pick<NewEntry, 'text' | 'detail'> & { object?: NewEntry['object'] } = {}
): Promise<void> {
  const actor = by && {
    personId: by.personId,
    capacity: 'personal' as const,
    organisationId: null,
    country: by.country
  };
  await appendEntry(tx, { action, actor, spaceId, object: { kind: 'space', id: spaceId }, ...of });
}

/** The object of an entry about somebody's place in a space. */
export const placeOf = (personId: string): NewEntry['object'] => ({ kind: 'person', id: personId });
