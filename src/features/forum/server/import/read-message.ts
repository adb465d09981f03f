import { createHash } from 'node:crypto';
import PostalMime from 'postal-mime';
import { isText } from '#lib/plain-text.ts';
import { limits, type Attachment } from '../../forum.ts';
import { markdownOfText, textOfHtml } from './mail-text.ts';
import { readSubject, type Subject } from './subject.ts';

/** A mail, ready to become a post. */
export interface MailMessage {
  /** Its Message-ID, or a hash of it when it has none: the same mail has the same id in every archive. */
  sourceId: string;
  /** Ids of the mails it answers, the nearest first. */
  answers: string[];
  subject: Subject;
  sender: { name: string; address: string };
  at: Date;
  body: string;
  shortened: boolean;
  attachments: Attachment[];
}

export type Unreadable = 'unreadable' | 'no-sender' | 'empty' | 'no-date';

/** Parses one message of an mbox, or says why it cannot become a post. Never throws on what a mail may hold. */
export async function readMessage(
  separator: string,
  bytes: Buffer,
  now = new Date()
): Promise<MailMessage | Unreadable> {
  const email = await PostalMime.parse(bytes, { maxNestingDepth: 40, maxHeadersSize: 512 * 1024 }).catch(
    () => null
  );
  if (!email) return 'unreadable';
  const envelope = /^From (\S+)\s+(.*)$/.exec(separator);
  const from = email.from && 'address' in email.from && email.from.address ? email.from : email.sender;
  const address =
    (from && 'address' in from && from.address) || (envelope?.[1].includes('@') ? envelope[1] : '');
  if (!address) return 'no-sender';

  const text = clean(email.text?.trim() ? email.text : email.html ? textOfHtml(email.html) : '');
  const attachments = email.attachments.slice(0, 50).map(({ filename, mimeType, content }) => ({
    name:
      clean(filename ?? 'unnamed')
        .replace(/[\n\t/\\]/g, ' ')
        .slice(0, 200) || 'unnamed',
    bytes: typeof content === 'string' ? content.length : content.byteLength,
    type: /^[\w.+-]+\/[\w.+-]+$/.test(mimeType) ? mimeType.slice(0, 100) : 'application/octet-stream'
  }));
  const whole = markdownOfText(text);
  if (!whole && attachments.length === 0) return 'empty';

  const at = sentAt(email.date, envelope?.[2], now);
  if (!at) return 'no-date';
  const shortened = whole.length > limits.bodyLength;
  return {
    sourceId: sourceId(email.messageId, bytes),
    answers: [
      ...new Set([...ids(email.inReplyTo).slice(0, 5), ...ids(email.references).reverse().slice(0, 50)])
    ],
    subject: readSubject(clean(email.subject ?? '').replace(/[\n\t]+/g, ' ')),
    sender: { name: senderName(from?.name ?? '', address), address: address.toLowerCase() },
    at,
    body: shortened ? `${wellFormed(whole.slice(0, limits.bodyLength - 10))}\n\n[…]` : whole,
    shortened,
    attachments
  };
}

/** The sender's own clock if it can be believed, else the list server's: neither from before e-mail nor from the future. */
function sentAt(date: string | undefined, received: string | undefined, now: Date): Date | null {
  for (const written of [date, received]) {
    const at = written ? new Date(written) : null;
    if (at && at.getTime() > Date.UTC(1971, 0) && at.getTime() < now.getTime() + 86_400_000)
      return at > now ? now : at;
  }
  return null;
}

const ids = (header: string | undefined): string[] =>
  header
    ?.slice(0, 20_000)
    .match(/<[^<>\s]{1,998}>/g)
    ?.map(shortId) ?? [];
const shortId = (id: string): string =>
  id.length <= 250 ? id : `sha256:${createHash('sha256').update(id).digest('hex')}`;
const sourceId = (id: string | undefined, bytes: Buffer): string => {
  const [own] = ids(id?.includes('<') ? id : `<${(id ?? '').trim()}>`);
  // Without the empty lines at its end, which depend on what follows it in an archive.
  return own && own !== '<>'
    ? own
    : `sha256:${createHash('sha256').update(bytes.toString('latin1').trimEnd(), 'latin1').digest('hex')}`;
};

/** How a sender is called: never by the whole address, which is theirs and not ours to publish. */
function senderName(name: string, address: string): string {
  const given = clean(name)
    .replace(/[\n\t"]+/g, ' ')
    .replace(/\S+@(\S+)?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return wellFormed((given || address.split('@')[0].replace(/[._]+/g, ' ')).slice(0, 120)) || '?';
}

/** Without what is no text: control characters and halves of characters. */
function clean(text: string): string {
  const normal = text.replace(/\r\n?/g, '\n').toWellFormed();
  return isText(normal)
    ? normal
    : normal.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, '');
}
const wellFormed = (text: string): string => (text.isWellFormed() ? text : text.slice(0, -1));
