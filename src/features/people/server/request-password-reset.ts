import { eq } from 'drizzle-orm';
import { m } from '#lib/paraglide/messages.js';
import { db } from '#lib/server/db.ts';
import { limit } from '#lib/server/limits.ts';
import { log } from '#lib/server/log.ts';
import { linkTo, sendMail } from '#lib/server/mail.ts';
import { limits } from '../people.ts';
import { passwordResets, persons } from './tables.ts';
import { hashToken, newToken } from '#lib/server/tokens.ts';

/**
 * Mails a link to choose a new password, if there is such an account. The answer is the same either way, and so is its
 * time: nothing after the limits is waited for. Limited per address and account, so that nobody floods a mailbox
 * through us.
 */
export async function requestPasswordReset(
  input: { email: string },
  from: { address: string; locale: string }
): Promise<void> {
  await limit('reset-address', from.address, 20, 3600);
  await limit('reset-account', input.email, 3, 3600);
  mailLink(input.email, from.locale).catch((fault: unknown) =>
    log.error({ fault: String(fault) }, 'password reset failed')
  );
}

async function mailLink(email: string, fallback: string): Promise<void> {
  const [person] = await db
    .select({ id: persons.id, locale: persons.locale })
    .from(persons)
    .where(eq(persons.email, email));
  if (!person) return;
  const token = newToken();
  const now = new Date();
  await db.insert(passwordResets).values({
    tokenHash: hashToken(token),
    personId: person.id,
    createdAt: now,
    expiresAt: new Date(now.getTime() + limits.resetMinutes * 60_000)
  });
  const locale = (person.locale ?? fallback) as 'en';
  await sendMail({
    to: email,
    subject: m.people_mail_reset_subject({}, { locale }),
    text: m.people_mail_reset_text(
      { link: linkTo(`/password-reset/${token}`), minutes: limits.resetMinutes },
      { locale }
    )
  });
}
