import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Names } from '#lib/names.ts';
import { Refusal } from '#lib/refusal.ts';
import { db, type Tx } from '#lib/server/db.ts';
import type { Mandate } from '../people.ts';
import { mayGrant } from './may.ts';
import { readCapacities } from './read-capacities.ts';
import { administrators, invitations, organisations, persons } from './tables.ts';
import { hashToken } from '#lib/server/tokens.ts';

/** What the holder of a link sees before accepting. */
export interface InvitationView {
  tokenHash: string;
  role: 'member' | 'administrator';
  email: string | null;
  organisationId: string | null;
  organisation: Names | null;
  mandate: Mandate;
  invitedBy: string | null;
  inviter: string | null;
  expiresAt: Date;
  /** The invited address has an account already: its person signs in and accepts. */
  hasAccount: boolean;
}

/**
 * The invitation behind a link. A used, old, withdrawn or invented link is refused alike; so is one whose inviter has
 * since lost the right to grant what it grants.
 */
export async function readInvitation(
  token: string,
  now = new Date(),
  from: Tx = db
): Promise<InvitationView> {
  const [row] = await from
    .select({ invitation: invitations, organisation: organisations.names, inviter: persons.name })
    .from(invitations)
    .leftJoin(organisations, eq(organisations.id, invitations.organisationId))
    .leftJoin(persons, eq(persons.id, invitations.invitedBy))
    .where(
      and(
        eq(invitations.tokenHash, hashToken(token)),
        isNull(invitations.acceptedAt),
        gt(invitations.expiresAt, now)
      )
    );
  if (!row || !(await stillGranted(row.invitation, now, from))) throw new Refusal('not-found', 'link-ended');
  const { tokenHash, role, email, organisationId, mandate, invitedBy, expiresAt } = row.invitation;
  const known = email
    ? await from.select({ id: persons.id }).from(persons).where(eq(persons.email, email))
    : [];
  return {
    tokenHash,
    role,
    email,
    organisationId,
    mandate,
    invitedBy,
    expiresAt,
    organisation: row.organisation,
    inviter: row.inviter,
    hasAccount: known.length > 0
  };
}

/** Invitations without an inviter come from the house itself: the first administrator's, and open registration. */
async function stillGranted(
  invitation: typeof invitations.$inferSelect,
  now: Date,
  from: Tx
): Promise<boolean> {
  const { invitedBy, organisationId, mandate, role } = invitation;
  if (!invitedBy) return true;
  const [administrator] = await from
    .select({ id: administrators.personId })
    .from(administrators)
    .where(eq(administrators.personId, invitedBy));
  if (administrator) return true;
  if (role === 'administrator' || !organisationId) return false;
  const capacities = await readCapacities(invitedBy, now, from);
  return mayGrant(
    {
      kind: 'member',
      personId: invitedBy,
      signInId: '',
      name: '',
      country: null,
      administrator: false,
      actingAs: 'personal',
      capacities
    },
    organisationId,
    mandate
  );
}
