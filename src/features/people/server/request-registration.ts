import { eq } from 'drizzle-orm';
import { m } from '#lib/paraglide/messages.js';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import { settings } from '#lib/server/env.ts';
import { limit } from '#lib/server/limits.ts';
import { log } from '#lib/server/log.ts';
import { linkTo, sendMail } from '#lib/server/mail.ts';
import { limits } from '../people.ts';
import { invitations, persons } from './tables.ts';
import { hashToken, newToken } from '#lib/server/tokens.ts';

/**
 * Open registration: mails a link to whoever asks, so that nobody registers with an address that is not theirs. Someone
 * who has an account is told so by mail, and the page answers the same either way.
 */
export async function requestRegistration(
  input: { email: string },
  from: { address: string; locale: string }
): Promise<void> {
  if (settings().registration !== 'open') throw new Refusal('not-allowed', 'by-invitation');
  await limit('register-address', from.address, 20, 3600);
  await limit('register-account', input.email, 3, 3600);
  mailLink(input.email, from.locale as 'en').catch((fault: unknown) =>
    log.error({ fault: String(fault) }, 'registration failed')
  );
}

async function mailLink(email: string, locale: 'en' | 'fr' | 'ar'): Promise<void> {
  const [person] = await db.select({ id: persons.id }).from(persons).where(eq(persons.email, email));
  if (person)
    return sendMail({
      to: email,
      subject: m.people_mail_register_subject({}, { locale }),
      text: m.people_mail_registered_text(
        { link: linkTo('/sign-in'), reset: linkTo('/password-reset') },
        { locale }
      )
    });
  const token = newToken();
  const now = new Date();
  await db.insert(invitations).values({
    tokenHash: hashToken(token),
    role: 'member',
    email,
    mandate: 'none',
    createdAt: now,
    expiresAt: new Date(now.getTime() + limits.invitationDays * 86_400_000)
  });
  return sendMail({
    to: email,
    subject: m.people_mail_register_subject({}, { locale }),
    text: m.people_mail_register_text(
      { link: linkTo(`/invitation/${token}`), days: limits.invitationDays },
      { locale }
    )
  });
}
