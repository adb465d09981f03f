import { and, eq } from 'drizzle-orm';
import { readHeld } from '#features/people/server/read-capacities.ts';
import { persons } from '#features/people/server/tables.ts';
import { addressIn, calendarOf } from '#features/sessions/server/read-calendar.ts';
import { sessions } from '#features/sessions/server/tables.ts';
import { spaceMembers, spaces } from '#features/spaces/server/tables.ts';
import { nameIn } from '#lib/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { db } from '#lib/server/db.ts';
import { settings } from '#lib/server/env.ts';
import { linkTo, mailHost, type Mail } from '#lib/server/mail.ts';
import { statusOf, type LetterKind } from '../registration.ts';
import { listInvitations } from './invitation-for.ts';
import { readRegistration } from './read-registration.ts';
import type { sessionLetters } from './tables.ts';

type Letter = typeof sessionLetters.$inferSelect;
/** Letters that carry an entry for the calendar: it replaces the one before, or takes it out. */
const withEntry: LetterKind[] = ['placed', 'revised', 'cancelled', 'reminder'];

/**
 * The letter in the person's language and at the hour of their place, from what is true when it leaves. Null when it has lost its object:
 * no address, the forum closed to them, the place given back, a session that is cancelled or was moved again meanwhile.
 */
export async function writeLetter(letter: Letter, now: Date): Promise<Mail | null> {
  const [person] = await db.select().from(persons).where(eq(persons.id, letter.personId));
  const [found] = await db
    .select({ session: sessions, titles: spaces.titles, visibility: spaces.visibility })
    .from(sessions)
    .innerJoin(spaces, eq(spaces.id, sessions.spaceId))
    .where(eq(sessions.id, letter.sessionId));
  if (!person?.email || !found) return null;
  const { session, titles, visibility } = found;
  if (visibility === 'restricted' && !(await isMember(session.spaceId, person.id))) return null;
  const row = await readRegistration(db, session.id, person.id);
  const placed = row !== undefined && !row.withdrawnAt && statusOf(row) === 'placed';
  if (!stillTrue(letter, session, placed, now)) return null;
  const invitation = letter.kind === 'invited' ? await latestFor(person.id, session.id) : undefined;
  if (letter.kind === 'invited' && !invitation) return null;

  const locale = (person.locale ?? 'en') as 'en';
  const timeZone = person.timezone ?? session.timezone;
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone });
  const { title } = session;
  const url = linkTo(`/sessions/${session.id}`);
  const { scheduledBy } = session;
  const organiser = scheduledBy.organisation
    ? nameIn(scheduledBy.organisation, locale)
    : scheduledBy.personName;
  const facts = {
    title,
    organiser,
    when: `${when.formatRange(session.startsAt, session.endsAt)} (${timeZone})`,
    place: session.place ?? m.registration_mail_online({}, { locale }),
    reason: (letter.kind === 'cancelled' ? session.cancelledReason : row?.refusedReason) ?? '',
    message: invitation?.message ?? '',
    link: url
  };
  return {
    to: person.email,
    subject: subjects[letter.kind](facts, { locale }),
    text: texts[letter.kind](facts, { locale }).replace(/\n{3,}/g, '\n\n'),
    messageId: `<session-letter-${letter.id}@${mailHost()}>`,
    ...(withEntry.includes(letter.kind) && {
      calendar: {
        method: session.cancelledAt ? 'CANCEL' : 'REQUEST',
        content: calendarOf(
          { ...session, onlineLink: placed ? session.onlineLink : null },
          {
            url,
            organiser,
            forum: nameIn(titles, locale),
            from: addressIn(settings().mailFrom),
            now,
            attendee: { name: person.name, email: person.email }
          }
        )
      }
    })
  };
}

function stillTrue(
  { kind, number }: Letter,
  session: typeof sessions.$inferSelect,
  placed: boolean,
  now: Date
): boolean {
  if (kind === 'cancelled') return true;
  if (session.cancelledAt || session.closedAt) return false;
  if (kind === 'revised') return number === session.revision;
  if (kind === 'reminder') return placed && session.startsAt > now;
  return kind !== 'placed' || placed;
}

/** The invitation that reaches somebody, the last one first; none when it was withdrawn meanwhile. */
async function latestFor(personId: string, sessionId: string) {
  const held = await readHeld(personId);
  return (await listInvitations(db, sessionId)).findLast(({ subjectKind, subject }) =>
    subjectKind === 'person'
      ? subject === personId
      : held.some(({ value, country }) => subject === (subjectKind === 'country' ? country : value))
  );
}

async function isMember(spaceId: string, personId: string): Promise<boolean> {
  const [row] = await db
    .select({ personId: spaceMembers.personId })
    .from(spaceMembers)
    .where(and(eq(spaceMembers.spaceId, spaceId), eq(spaceMembers.personId, personId)));
  return row !== undefined;
}

const subjects = {
  invited: m.registration_mail_invited_subject,
  placed: m.registration_mail_placed_subject,
  waiting: m.registration_mail_waiting_subject,
  pending: m.registration_mail_pending_subject,
  refused: m.registration_mail_refused_subject,
  revised: m.registration_mail_revised_subject,
  cancelled: m.registration_mail_cancelled_subject,
  reminder: m.registration_mail_reminder_subject
};
const texts = {
  invited: m.registration_mail_invited_text,
  placed: m.registration_mail_placed_text,
  waiting: m.registration_mail_waiting_text,
  pending: m.registration_mail_pending_text,
  refused: m.registration_mail_refused_text,
  revised: m.registration_mail_revised_text,
  cancelled: m.registration_mail_cancelled_text,
  reminder: m.registration_mail_reminder_text
};
