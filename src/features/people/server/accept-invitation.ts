import { and, eq, isNull } from 'drizzle-orm';
import type * as v from 'valibot';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic, isUniqueViolation, type Tx } from '#lib/server/db.ts';
import { noteWritten } from '#lib/server/written.ts';
import { limit } from '#lib/server/limits.ts';
import { isCountry } from '#lib/vocab/countries.ts';
import { events, type acceptanceInput } from '../people.ts';
import { hashPassword } from './passwords.ts';
import { placeInvited } from './place-invited.ts';
import { readInvitation } from './read-invitation.ts';
import { startSignIn, type StartedSignIn } from './start-sign-in.ts';
import { invitations, persons } from './tables.ts';

type Acceptance = v.InferOutput<typeof acceptanceInput> & { token: string };

/** Makes the invited person, with the place and mandate that the invitation gives, and signs them in. The link is used up. */
export async function acceptInvitation(
  input: Acceptance,
  from: { address: string; userAgent: string | null; locale: string; timezone: string | null }
): Promise<StartedSignIn> {
  await limit('accept-invitation', from.address, 30, 3600);
  const offered = await readInvitation(input.token);
  const email = offered.email ?? input.email;
  if (!email) throw new Refusal('invalid', 'email', 'email');
  if (offered.hasAccount) throw new Refusal('conflict', 'account-exists', 'email');
  if (input.country && !isCountry(input.country)) throw new Refusal('invalid', 'country', 'country');
  const passwordHash = await hashPassword(input.password);
  const personId = newId();
  const now = new Date();
  try {
    await atomic(async (tx) => {
      const invitation = await readInvitation(input.token, now, tx);
      await tx.insert(persons).values({
        id: personId,
        name: input.name,
        email,
        passwordHash,
        country: input.country ?? null,
        title: input.title || null,
        locale: from.locale,
        timezone: from.timezone,
        languages: [],
        occupations: [],
        expertise: [],
        illustrative: false,
        createdAt: now
      });
      await noteWritten(tx, 'person', personId);
      await useUp(tx, invitation.tokenHash, personId, now);
      await placeInvited(tx, invitation, personId, input.title || null, now);
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refusal('conflict', 'account-exists', 'email');
    throw error;
  }
  announce({ name: events.personJoined, rooms: [], payload: { personId } });
  return startSignIn(personId, from.userAgent);
}

/** Marks the link as used; of two who accept at once, one finds it used. */
export async function useUp(tx: Tx, tokenHash: string, acceptedBy: string, acceptedAt: Date): Promise<void> {
  const used = await tx
    .update(invitations)
    .set({ acceptedAt, acceptedBy })
    .where(and(eq(invitations.tokenHash, tokenHash), isNull(invitations.acceptedAt)))
    .returning({ tokenHash: invitations.tokenHash });
  if (used.length === 0) throw new Refusal('not-found', 'link-ended');
}
