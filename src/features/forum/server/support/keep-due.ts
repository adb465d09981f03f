import { log } from '#lib/server/log.ts';
import { escalateOverdue } from './escalate-overdue.ts';

/** How often one looks for requests whose time is over: days are counted, so minutes are soon enough. */
const everyMinutes = 10;

/** Looks now and then; holds no process open. What came due while the process was down goes up at the first look. */
export function keepDue(): void {
  const look = () =>
    escalateOverdue().catch((fault: unknown) => log.error({ fault: String(fault) }, 'requests not sent on'));
  setTimeout(look, 5000).unref();
  setInterval(look, everyMinutes * 60_000).unref();
}
