import { createHash } from 'node:crypto';
import type { Entry } from '../audit.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The hash of an entry: SHA-256 of its fields as one JSON list in this order, UTF-8. Anyone can work it out again. */
export const hashOf = (entry: Omit<Entry, 'hash'>): string =>
  sha256(
    JSON.stringify([
      entry.previous,
      entry.seq,
      entry.at,
      entry.action,
      entry.actor && [
        entry.actor.personId,
        entry.actor.capacity,
        entry.actor.organisationId,
        entry.actor.country
      ],
      entry.objectKind,
      entry.objectId,
      entry.threadId,
      entry.spaceId,
      entry.digest,
      Object.entries(entry.detail).sort(([a], [b]) => (a < b ? -1 : 1))
    ])
  );
