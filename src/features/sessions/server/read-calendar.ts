import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { SessionView } from '../sessions.ts';

export interface CalendarOf {
  url: string;
  forum: string;
  organiser: string;
  from: string;
  now: Date;
  /** Whom a mail with it invites: calendar programs take a later one with the same UID as its update. Without it, it is published. */
  attendee?: { name: string; email: string };
}
export type CalendarSession = Pick<
  SessionView,
  'id' | 'revision' | 'startsAt' | 'endsAt' | 'title' | 'onlineLink' | 'place' | 'cancelledAt'
>;

/**
 * A session as a calendar file (RFC 5545, 5546). The UID never changes and SEQUENCE grows with each revision, so that a newer file moves
 * the entry instead of adding one; a cancelled session's is CANCEL. Times are in UTC. `organiser` is what the reader's calendar shows as
 * the sender: a name in their language and our mail address.
 */
export function calendarOf(session: CalendarSession, of: CalendarOf): string {
  return calendarOfAll(
    [{ session, of }],
    session.cancelledAt ? 'cancel' : of.attendee ? 'request' : 'publish'
  );
}

/** Several sessions, e.g. of a series, in one file. */
export function calendarOfAll(
  all: { session: CalendarSession; of: CalendarOf }[],
  method: 'publish' | 'request' | 'cancel' = 'publish'
): string {
  const calendar = ical({ prodId: { company: 'Palabre', product: 'sessions' }, method: methods[method] });
  for (const { session, of } of all)
    calendar.createEvent({
      id: `${session.id}@palabre`,
      sequence: session.revision,
      stamp: of.now,
      start: session.startsAt,
      end: session.endsAt,
      summary: session.title,
      description: `${of.forum}\n${of.url}${session.onlineLink ? `\n${session.onlineLink}` : ''}`,
      location: session.place ?? session.onlineLink ?? undefined,
      url: of.url,
      status: session.cancelledAt ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      organizer: { name: of.organiser, email: of.from },
      attendees: of.attendee ? [of.attendee] : []
    });
  return calendar.toString();
}

const methods = {
  publish: ICalCalendarMethod.PUBLISH,
  request: ICalCalendarMethod.REQUEST,
  cancel: ICalCalendarMethod.CANCEL
};

/** The address in a sender such as `Palabre <no-reply@palabre.example>`. */
export const addressIn = (sender: string): string => /<([^<>\s]+)>/.exec(sender)?.[1] ?? sender;
