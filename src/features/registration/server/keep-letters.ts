import { announce, listen } from '#lib/server/announce.ts';
import { log } from '#lib/server/log.ts';
import { remember } from '#lib/server/remember.ts';
import { events } from '../registration.ts';
import { remindDue } from './remind-due.ts';
import { sendLetters } from './send-letters.ts';

/** How often it is looked for reminders and for letters that could not be sent, in milliseconds. */
const every = 30_000;
const timer = remember('session-letters', () => ({
  next: undefined as NodeJS.Timeout | undefined,
  work: Promise.resolve()
}));

/** Letters were made due by a change that is committed now. */
export const lettersDue = (): void => announce({ name: events.letters, rooms: [], payload: {} });

/** Sends letters about sessions when they are due: at once after a change, reminders at their hour. It holds no process open. */
export function keepLetters(): void {
  listen('session-letters', ({ name }) => {
    if ([events.letters, 'session.revised', 'session.cancelled'].includes(name)) look();
  });
  look();
}

function look(): void {
  clearTimeout(timer.next);
  timer.work = timer.work
    .then(() => remindDue())
    .then(() => sendLetters())
    .then(
      () => {},
      (fault: unknown) => log.error({ fault: String(fault) }, 'letters about sessions')
    );
  timer.next = setTimeout(look, every);
  timer.next.unref();
}
