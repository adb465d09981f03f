import { eq } from 'drizzle-orm';
import { categoryName } from '#features/forum/category-name.ts';
import { persons } from '#features/people/server/tables.ts';
import { m } from '#lib/paraglide/messages.js';
import { db } from '#lib/server/db.ts';
import { linkTo, sendMail } from '#lib/server/mail.ts';
import type { ActRow } from './append-act.ts';

/** Who may not sign in learns by mail what was decided, why and until when, with a link by which they may appeal. */
export async function mailSuspension(act: ActRow, token: string): Promise<void> {
  const to = await addressee(act);
  if (!to || !act.until) return;
  const { name, email, locale } = to;
  const until = dateIn(act.until, locale);
  const because = {
    category: act.category ? categoryName(act.category, locale) : '',
    reason: act.reason ?? ''
  };
  await sendMail({
    to: email,
    subject: m.moderation_mail_suspended_subject({ until }, { locale }),
    text: m.moderation_mail_suspended_text(
      { name, until, ...because, link: linkTo(`/appeals/${token}`) },
      { locale }
    )
  });
}

/** And that it is over, before its time or on appeal, or stays after an appeal. */
export async function mailOutcome(act: ActRow, outcome: 'lifted' | 'upheld'): Promise<void> {
  const to = await addressee(act);
  if (!to) return;
  const { name, email, locale } = to;
  const said = { name, reason: act.reason ?? '' };
  await sendMail(
    outcome === 'lifted'
      ? {
          to: email,
          subject: m.moderation_mail_lifted_subject({}, { locale }),
          text: m.moderation_mail_lifted_text({ ...said, link: linkTo('/sign-in') }, { locale })
        }
      : {
          to: email,
          subject: m.moderation_mail_upheld_subject({}, { locale }),
          text: m.moderation_mail_upheld_text(said, { locale })
        }
  );
}

async function addressee({ subjectId }: ActRow) {
  const [person] = await db
    .select({ name: persons.name, email: persons.email, locale: persons.locale })
    .from(persons)
    .where(eq(persons.id, subjectId ?? ''));
  return person?.email ? { ...person, email: person.email, locale: (person.locale ?? 'en') as 'en' } : null;
}

const dateIn = (at: Date, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(at);
