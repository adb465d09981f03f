/**
 * How an entry is hashed: by the server that writes it, and by anyone who verifies an export (node:crypto only). Who
 * acted and what was written go into it as salted digests: an export that may not tell a name, or a text that was
 * withdrawn, leaves its salt out, and nobody finds it by trying; the entry still proves itself.
 */
import { createHash } from 'node:crypto';
import type { Entry, EntryActor } from './audit.ts';

export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/** One salt for who, one for what: to tell the one does not tell the other. */
export const saltFor = (of: 'actor' | 'text', salt: string): string => sha256(`${salt} ${of}`);

export const actorDigest = (actor: EntryActor | null, actorSalt: string): string | null =>
  actor &&
  sha256(JSON.stringify([actorSalt, actor.personId, actor.capacity, actor.organisationId, actor.country]));

export const textDigest = (text: string, textSalt: string): string => sha256(`${textSalt}\n${text}`);

/** What the hash of an entry is made of. */
export type Hashed = Omit<Entry, 'hash' | 'actor' | 'salt'> & { actorDigest: string | null };

/** The hash of an entry: SHA-256 of its fields as one JSON list in this order, UTF-8. Anyone can work it out again. */
export const hashOf = (entry: Hashed): string =>
  sha256(
    JSON.stringify([
      entry.previous,
      entry.threadPrevious,
      entry.seq,
      entry.at,
      entry.action,
      entry.actorDigest,
      entry.objectKind,
      entry.objectId,
      entry.threadId,
      entry.spaceId,
      entry.digest,
      Object.entries(entry.detail).sort(([a], [b]) => (a < b ? -1 : 1))
    ])
  );

/** The same for an entry as it is kept. */
export const hashOfEntry = ({ actor, salt, hash: _, ...fields }: Entry): string =>
  hashOf({ ...fields, actorDigest: actorDigest(actor, saltFor('actor', salt)) });
