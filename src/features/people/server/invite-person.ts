import { eq } from 'drizzle-orm';
import type * as v from 'valibot';
import { nameIn } from '#lib/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import { limit } from '#lib/server/limits.ts';
import { linkTo, sendMail } from '#lib/server/mail.ts';
import { limits, type Actor, type invitationInput } from '../people.ts';
import { mayInvite } from './may.ts';
import { mustBeSignedIn } from './read-act.ts';
import { invitations, organisations } from './tables.ts';
import { hashToken, newToken } from '#lib/server/tokens.ts';

/**
 * Mails someone a link to join, with a mandate where the inviter may grant it. The link goes to the invited person
 * only, never to the inviter's screen: whoever holds it decides the password of that account.
 */
export async function invitePerson(
  actor: Actor,
  input: v.InferOutput<typeof invitationInput>,
  locale: string
): Promise<void> {
  const member = mustBeSignedIn(actor);
  if (!mayInvite(actor, input)) throw new Refusal('not-allowed', 'may-not-grant', 'mandate');
  await limit('invite', member.personId, 100, 3600);
  let organisation = '';
  if (input.organisationId) {
    const [found] = await db
      .select({ names: organisations.names })
      .from(organisations)
      .where(eq(organisations.id, input.organisationId));
    if (!found) throw new Refusal('not-found', 'not-found', 'organisationId');
    organisation = nameIn(found.names, locale);
  }
  const token = newToken();
  const now = new Date();
  await db.insert(invitations).values({
    tokenHash: hashToken(token),
    role: input.administrator ? 'administrator' : 'member',
    email: input.email,
    organisationId: input.organisationId ?? null,
    mandate: input.organisationId ? input.mandate : 'none',
    invitedBy: member.personId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + limits.invitationDays * 86_400_000)
  });
  const words = { locale: locale as 'en' };
  const link = linkTo(`/invitation/${token}`);
  void sendMail({
    to: input.email,
    subject: m.people_mail_invitation_subject({ name: member.name }, words),
    text: organisation
      ? m.people_mail_invitation_organisation_text(
          { name: member.name, organisation, link, days: limits.invitationDays },
          words
        )
      : m.people_mail_invitation_text({ name: member.name, link, days: limits.invitationDays }, words)
  });
}
