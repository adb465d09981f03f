import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Names } from '#lib/names.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import type { Actor, Mandate } from '../people.ts';
import { mayAdminister } from './may.ts';
import { invitations, organisations, persons } from './tables.ts';

export interface OpenInvitation {
  /** The hash of the link's secret: enough to withdraw it, of no use to accept it. */
  id: string;
  email: string | null;
  organisation: Names | null;
  mandate: Mandate;
  role: 'member' | 'administrator';
  inviter: string | null;
  expiresAt: Date;
}

/** Invitations that nobody has accepted yet, newest first; for administrators. */
export async function listInvitations(actor: Actor, now = new Date()): Promise<OpenInvitation[]> {
  if (!mayAdminister(actor)) throw new Refusal('not-found');
  return db
    .select({
      id: invitations.tokenHash,
      email: invitations.email,
      organisation: organisations.names,
      mandate: invitations.mandate,
      role: invitations.role,
      inviter: persons.name,
      expiresAt: invitations.expiresAt
    })
    .from(invitations)
    .leftJoin(organisations, eq(organisations.id, invitations.organisationId))
    .leftJoin(persons, eq(persons.id, invitations.invitedBy))
    .where(and(isNull(invitations.acceptedAt), gt(invitations.expiresAt, now)))
    .orderBy(desc(invitations.createdAt));
}
