import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Tx } from '#lib/server/db.ts';
import { events } from '../people.ts';
import { placePerson } from './place-person.ts';
import type { InvitationView } from './read-invitation.ts';
import { administrators } from './tables.ts';

/** Gives the person what the invitation offers: the house, or a place with a mandate, or nothing but an account. */
export async function placeInvited(
  tx: Tx,
  invitation: InvitationView,
  personId: string,
  title: string | null,
  now: Date
): Promise<void> {
  if (invitation.role === 'administrator')
    await tx
      .insert(administrators)
      .values({ personId, grantedBy: invitation.invitedBy, createdAt: now })
      .onConflictDoNothing();
  if (invitation.organisationId) {
    await placePerson(
      tx,
      {
        personId,
        organisationId: invitation.organisationId,
        mandate: invitation.mandate,
        grantedBy: invitation.invitedBy,
        title,
        unit: null
      },
      now
    );
    await appendEntry(tx, {
      action: events.mandateGranted,
      // Who invited granted it; who accepted is the object.
      actor: invitation.invitedBy
        ? { personId: invitation.invitedBy, capacity: 'personal', organisationId: null, country: null }
        : null,
      object: { kind: 'person', id: personId },
      detail: { organisation: invitation.organisationId, mandate: invitation.mandate },
      at: now
    });
  }
}
