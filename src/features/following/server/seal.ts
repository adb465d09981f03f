import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { db } from '#lib/server/db.ts';
import { mailSeals } from './mail-tables.ts';

/** What a link in a mail stops: a thread, a forum, or all mails. */
export interface Stop {
  personId: string;
  scope: 'thread' | 'space' | 'all';
  /** The thread or forum; of `all` the person again. */
  id: string;
}

const scopes = ['thread', 'space', 'all'] as const;
const macBytes = 16;

/**
 * The token of a link: whom and what it stops, sealed with the house's own key. Nothing of it is stored, and it can do
 * nothing but stop what it names, so it works for as long as the mail is kept, without a sign-in.
 */
export async function sealStop({ personId, scope, id }: Stop): Promise<string> {
  const body = Buffer.concat([Buffer.from([scopes.indexOf(scope)]), bytesOf(personId), bytesOf(id)]);
  return Buffer.concat([body, mac(await readKey(), body)]).toString('base64url');
}

/** What a token stops; null when it is none of ours. */
export async function openStop(token: string): Promise<Stop | null> {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 33 + macBytes || bytes.toString('base64url') !== token) return null;
  const body = bytes.subarray(0, 33);
  if (!timingSafeEqual(mac(await readKey(), body), bytes.subarray(33))) return null;
  const scope = scopes[body[0]];
  return scope ? { scope, personId: idOf(body.subarray(1, 17)), id: idOf(body.subarray(17)) } : null;
}

const mac = (key: string, body: Buffer) =>
  createHmac('sha256', Buffer.from(key, 'base64url')).update(body).digest().subarray(0, macBytes);
const bytesOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');
const idOf = (bytes: Buffer) =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

async function readKey(): Promise<string> {
  const read = () => db.select({ key: mailSeals.key }).from(mailSeals).where(eq(mailSeals.id, 1));
  const [kept] = await read();
  if (kept) return kept.key;
  // Two at once make one: the first one's stands, and both read it.
  await db
    .insert(mailSeals)
    .values({ id: 1, key: randomBytes(32).toString('base64url'), createdAt: new Date() })
    .onConflictDoNothing();
  return (await read())[0].key;
}
