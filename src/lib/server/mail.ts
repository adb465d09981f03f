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
}

// Our mails are plain text of our own: nothing in them may make us read a file or fetch an address.
const caution = { disableFileAccess: true, disableUrlAccess: true };
const smtp = remember('smtp', () => {
  const { smtpUrl } = settings();
  return smtpUrl ? createTransport(smtpUrl, caution) : undefined;
});
const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows', ...caution });

/**
 * Sends a mail, or without SMTP_URL leaves it as a file in the mail folder of the data folder. It never throws: what
 * was asked for stands whether or not the mail leaves. The log has neither address nor text, which may hold a link.
 */
export async function sendMail(mail: Mail): Promise<void> {
  const message = { from: settings().mailFrom, ...mail };
  try {
    if (smtp) {
      await smtp.sendMail(message);
      log.info('mail sent');
      return;
    }
    const { message: bytes } = await composer.sendMail(message);
    const folder = join(settings().dataDir, 'mail');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, `${newId()}.eml`);
    await writeFile(file, bytes as Buffer, { mode: 0o600 });
    log.info({ file }, 'no SMTP_URL: the mail was written to a file instead');
  } catch (fault) {
    log.error({ code: (fault as { code?: string }).code ?? 'unknown' }, 'a mail could not be sent');
  }
}

/**
 * An address of ours for a mail. It never comes from the request: whoever asks for a link could name any Host, and the
 * secret in the link would go there.
 */
export function linkTo(path: string): string {
  const { publicOrigin, port } = settings();
  return `${publicOrigin ?? `http://localhost:${port}`}${path}`;
}
