import { eq } from 'drizzle-orm';
import type { Member } from '#features/people/people.ts';
import { persons } from '#features/people/server/tables.ts';
import { nameIn } from '#lib/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { db } from '#lib/server/db.ts';
import { linkTo, sendMail } from '#lib/server/mail.ts';
import { limits, type SpaceView } from '../spaces.ts';

/** Tells the invited person, in their language. The link is the page of their invitations: it holds no secret. */
export async function mailInvitation(
  by: Member,
  space: Pick<SpaceView, 'titles'>,
  email: string
): Promise<void> {
  const [person] = await db.select({ locale: persons.locale }).from(persons).where(eq(persons.email, email));
  const locale = (person?.locale ?? 'en') as 'en';
  const title = nameIn(space.titles, locale);
  void sendMail({
    to: email,
    subject: m.spaces_mail_invitation_subject({ title }, { locale }),
    text: m.spaces_mail_invitation_text(
      { name: by.name, title, link: linkTo('/invitations'), days: limits.invitationDays },
      { locale }
    )
  });
}
