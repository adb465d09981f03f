import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { newId } from '#lib/id.ts';
import { settings } from './env.ts';
import { log } from './log.ts';
import { remember } from './remember.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** The same in HTML of our own, for those who read it so. */
  html?: string;
  /** `<name@host>`: the same for a mail that is sent again, so that a mail program shows it once. */
  messageId?: string;
  /** Message-IDs of what it answers, the first mail of the thread first: one thread stays one thread. */
  references?: string[];
  /** An entry for the calendar (RFC 5546): mail programs offer to take it, and a later one with its UID replaces it. */
  calendar?: { method: string; content: string };
  /** A list's name and address, `{ title: 'A forum', id: 'a-forum.palabre.example' }`. */
  list?: { title: string; id: string };
  /** Where it is stopped with one click, without signing in (RFC 8058). */
  unsubscribe?: string;
}

// Our mails are plain text of our own: nothing in them may make us read a file or fetch an address.
const caution = { disableFileAccess: true, disableUrlAccess: true };
// A mail server that does not answer holds up the next mail, never longer than this (milliseconds).
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
const smtp = remember('smtp', () => {
  const { smtpUrl } = settings();
  return smtpUrl ? createTransport({ url: smtpUrl, ...patience, ...caution }) : undefined;
});
const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows', ...caution });

/**
 * Sends a mail, or without SMTP_URL leaves it as a file in the mail folder of the data folder. It never throws: what
 * was asked for stands whether or not the mail leaves. The log has neither address nor text, which may hold a link.
 */
export async function sendMail(mail: Mail): Promise<void> {
  try {
    await deliverMail(mail, newId());
  } catch (fault) {
    log.error({ code: (fault as { code?: string }).code ?? 'unknown' }, 'a mail could not be sent');
  }
}

/** The same for whoever tries again: throws when the mail did not leave. The same `id` again is the same file again. */
export async function deliverMail(mail: Mail, id: string): Promise<void> {
  const message = messageOf(mail);
  if (smtp) {
    await smtp.sendMail(message);
    log.info('mail sent');
    return;
  }
  const { message: bytes } = await composer.sendMail(message);
  const folder = join(settings().dataDir, 'mail');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${id}.eml`);
  await writeFile(file, bytes as Buffer, { mode: 0o600 });
  log.info({ file }, 'no SMTP_URL: the mail was written to a file instead');
}

/** What anybody wrote (titles, names) stays in the header that it stands in: a line break there is a space. */
function messageOf({ subject, list, unsubscribe, references, calendar, ...mail }: Mail) {
  const prepared = (value: string) => ({ prepared: true, value });
  return {
    from: settings().mailFrom,
    ...mail,
    subject: oneLine(subject),
    ...(references?.length ? { references, inReplyTo: references.at(-1) } : {}),
    ...(calendar ? { icalEvent: { filename: 'session.ics', ...calendar } } : {}),
    ...(list ? { list: { id: { url: list.id, comment: oneLine(list.title) } } } : {}),
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(list ? { Precedence: 'list' } : {}),
      ...(unsubscribe
        ? {
            'List-Unsubscribe': prepared(`<${unsubscribe}>`),
            'List-Unsubscribe-Post': prepared('List-Unsubscribe=One-Click')
          }
        : {})
    }
  };
}

const oneLine = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();

/** The host that our Message-IDs and lists are named after: of our own addresses, never of a request. */
export const mailHost = (): string => new URL(linkTo('/')).hostname;

/**
 * An address of ours for a mail. It never comes from the request: whoever asks for a link could name any Host, and the
 * secret in the link would go there.
 */
export function linkTo(path: string): string {
  const { publicOrigin, port } = settings();
  return `${publicOrigin ?? `http://localhost:${port}`}${path}`;
}
