import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Change } from '#features/sessions/server/list-parts.ts';
import type { Tx } from '#lib/server/db.ts';
import { registrationKey, statusOf } from '../registration.ts';
import { queueLetters } from './queue-letters.ts';
import { sessionInvitations, sessionRegistrations } from './tables.ts';

export type RegistrationRow = typeof sessionRegistrations.$inferSelect;

/** Those not withdrawn and not refused, who wait in the order in which they wait. */
export async function listActive(from: Tx, sessionId: string): Promise<RegistrationRow[]> {
  return from
    .select()
    .from(sessionRegistrations)
    .where(
      and(
        eq(sessionRegistrations.sessionId, sessionId),
        isNull(sessionRegistrations.withdrawnAt),
        isNull(sessionRegistrations.refusedAt)
      )
    )
    .orderBy(
      asc(sessionRegistrations.waitingSince),
      asc(sessionRegistrations.registeredAt),
      asc(sessionRegistrations.id)
    );
}

/** The places that are left: of the session, and of each invitation that gave a number of them. */
export class Places {
  readonly #left: number;
  readonly #leftOf: Map<string, number>;
  #taken = 0;
  readonly #takenOf = new Map<string, number>();

  constructor(capacity: number | null, invitations: { id: string; places: number | null }[]) {
    this.#left = capacity ?? Infinity;
    this.#leftOf = new Map(invitations.map(({ id, places }) => [id, places ?? Infinity]));
  }

  /** Whether a place is left for who comes by this invitation, or by none. */
  free(invitationId: string | null): boolean {
    const left = invitationId ? (this.#leftOf.get(invitationId) ?? Infinity) : Infinity;
    return this.#taken < this.#left && (this.#takenOf.get(invitationId ?? '') ?? 0) < left;
  }

  take(invitationId: string | null): void {
    this.#taken += 1;
    this.#takenOf.set(invitationId ?? '', (this.#takenOf.get(invitationId ?? '') ?? 0) + 1);
  }
}

/** The places of a session as they are taken now. `but`: whose own place does not count. */
export async function readPlaces(
  tx: Tx,
  session: { id: string; capacity: number | null },
  active: RegistrationRow[],
  but?: string
): Promise<Places> {
  const invitations = await tx
    .select({ id: sessionInvitations.id, places: sessionInvitations.places })
    .from(sessionInvitations)
    .where(eq(sessionInvitations.sessionId, session.id));
  const places = new Places(session.capacity, invitations);
  for (const row of active)
    if (statusOf(row) === 'placed' && row.personId !== but) places.take(row.invitationId);
  return places;
}

/** Gives places that became free to those who wait, first come first, in the change that freed them. */
export async function moveUp({ tx, session, at, changed }: Change): Promise<void> {
  const active = await listActive(tx, session.id);
  const places = await readPlaces(tx, session, active);
  const up: string[] = [];
  for (const { personId, invitationId } of active.filter((row) => statusOf(row) === 'waiting')) {
    if (!places.free(invitationId)) continue;
    places.take(invitationId);
    up.push(personId);
  }
  if (up.length === 0) return;
  for (let first = 0; first < up.length; first += 500)
    await tx
      .update(sessionRegistrations)
      .set({ waitingSince: null })
      .where(
        and(
          eq(sessionRegistrations.sessionId, session.id),
          inArray(sessionRegistrations.personId, up.slice(first, first + 500))
        )
      );
  await queueLetters(tx, session.id, up, 'placed', at);
  changed(registrationKey);
}
