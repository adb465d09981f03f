import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { SessionView } from '../sessions.ts';

/**
 * A session as a calendar file (RFC 5545). The UID never changes, so that loading a newer file moves the entry instead of adding one;
 * times are in UTC. `organiser` is what the reader's calendar shows as the sender: a name in their language and our mail address.
 */
export function calendarOf(
  session: SessionView,
  of: { url: string; forum: string; organiser: string; from: string; now: Date }
): string {
  const calendar = ical({
    prodId: { company: 'Palabre', product: 'sessions' },
    method: ICalCalendarMethod.PUBLISH
  });
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
    status: ICalEventStatus.CONFIRMED,
    organizer: { name: of.organiser, email: of.from }
  });
  return calendar.toString();
}

/** The address in a sender such as `Palabre <no-reply@palabre.example>`. */
export const addressIn = (sender: string): string => /<([^<>\s]+)>/.exec(sender)?.[1] ?? sender;
