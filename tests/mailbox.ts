/** The folder that mails land in without SMTP settings: what a test's people find in their mailboxes. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { settings } from '#lib/server/env.ts';

/** The mails to one address, each as its `To:` line, subject and text. */
export async function mailsTo(address: string): Promise<string[]> {
  const folder = join(settings().dataDir, 'mail');
  const names = await readdir(folder).catch(() => []);
  const mails = await Promise.all(
    names
      .filter((name) => name.endsWith('.eml'))
      .map(async (name) => PostalMime.parse(await readFile(join(folder, name))))
  );
  return mails
    .filter(({ to }) => to?.some((recipient) => recipient.address === address))
    .map(({ subject, text }) => `To: ${address}\n${subject}\n\n${text}`);
}

export const linksIn = (mail: string): string[] => mail.match(/https?:\/\/\S+/g) ?? [];

/** The mails to one address as a mail program reads them: headers, both bodies. Oldest first. */
export async function lettersTo(address: string): Promise<Awaited<ReturnType<typeof PostalMime.parse>>[]> {
  const folder = join(settings().dataDir, 'mail');
  const names = await readdir(folder).catch(() => []);
  const mails = await Promise.all(
    names
      .filter((name) => name.endsWith('.eml'))
      .sort()
      .map(async (name) => PostalMime.parse(await readFile(join(folder, name))))
  );
  return mails.filter(({ to }) => to?.some((recipient) => recipient.address === address));
}
