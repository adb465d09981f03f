import { events as peopleEvents } from '#features/people/people.ts';
import { listen } from '#lib/server/announce.ts';
import { db } from '#lib/server/db.ts';
import { log } from '#lib/server/log.ts';
import { remember } from '#lib/server/remember.ts';
import { events } from '../following.ts';
import { setDue } from './choose-mail.ts';
import { queueMails } from './queue-mails.ts';
import { sendMails } from './send-mails.ts';
import { sweepNotifications } from './sweep-notifications.ts';
import { takeFacts } from './take-facts.ts';

/**
 * How long after a fact we look: soon where it is quiet, later where facts come one after the other, for a look asks the
 * same questions of one as of many. And how often without any.
 */
const soon = 200;
const together = 1000;
const beat = 30_000;
/** How often what is long past is swept. */
const sweep = 3_600_000;

interface Tending {
  timer: NodeJS.Timeout | undefined;
  /** When the timer goes off. */
  at: number;
  /** What is under way; the next look comes after it. */
  work: Promise<void> | undefined;
  /** Mails that are leaving: a mail server that is slow holds up mails, never the bell. */
  post: Promise<void> | undefined;
  /** When it was last swept clean. */
  sweptAt: number;
  /** When the last look began. */
  looked: number;
  /** Something came while we were at it. */
  again: boolean;
  stopped: boolean;
}
const tending = remember<Tending>('following', () => ({
  timer: undefined,
  at: Infinity,
  work: undefined,
  post: undefined,
  sweptAt: 0,
  looked: 0,
  again: false,
  stopped: true
}));
const own = new Set<string>(Object.values(events));

/**
 * Begins to tell people what concerns them. What was announced is a hint to look soon; the chain of facts says what
 * there is, from where we stopped, so the first look after a start finds what an earlier process did not come to.
 * One timer, which holds no process open; all it looks at is in the database.
 */
export function tendFollowing(): void {
  tending.stopped = false;
  listen('following', async ({ name, payload }) => {
    if (own.has(name)) return;
    // Somebody may have moved to another zone: their mails come by its clock.
    if (name === peopleEvents.profileChanged) await setDue(db, (payload as { personId: string }).personId);
    lookIn(untilLook());
  });
  lookIn(soon);
}

/** Ends it after what is under way; then nothing of ours touches the store. */
export async function stopFollowing(): Promise<void> {
  tending.stopped = true;
  clearTimeout(tending.timer);
  tending.timer = undefined;
  await tending.work;
  // A mail on its way is waited for as long as a stop may take; it is tried again if that was not enough.
  await Promise.race([tending.post, new Promise((enough) => setTimeout(enough, 2000).unref())]);
}

const untilLook = (): number => (Date.now() - tending.looked < together ? together : soon);

function lookIn(ms: number): void {
  const at = Date.now() + ms;
  if (tending.stopped || (tending.timer && tending.at <= at)) return;
  clearTimeout(tending.timer);
  tending.at = at;
  tending.timer = setTimeout(() => {
    tending.timer = undefined;
    if (tending.work) tending.again = true;
    else
      tending.work = look().finally(() => {
        tending.work = undefined;
        lookIn(tending.again ? untilLook() : beat);
      });
  }, ms);
  tending.timer.unref();
}

async function look(): Promise<void> {
  tending.again = false;
  tending.looked = Date.now();
  try {
    while (!tending.stopped && (await takeFacts()).more);
    while (!tending.stopped && (await queueMails()) > 0);
    if (!tending.stopped) sendSome();
    if (!tending.stopped && Date.now() - tending.sweptAt > sweep && !(await sweepNotifications()))
      tending.sweptAt = Date.now();
  } catch (fault) {
    log.error({ fault: fault instanceof Error ? fault.message : 'unknown' }, 'following failed');
  }
}

function sendSome(): void {
  tending.post ??= sendMails(undefined, () => tending.stopped)
    .then(
      () => undefined,
      (fault: unknown) => log.error({ fault: String(fault) }, 'mails failed')
    )
    .finally(() => (tending.post = undefined));
}
