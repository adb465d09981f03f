import { createHash } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import type { Act } from '#features/people/people.ts';
import { persons } from '#features/people/server/tables.ts';
import { newId } from '#lib/id.ts';
import type { Tx } from '#lib/server/db.ts';
import { importedSenders } from '../tables.ts';
import type { MailMessage } from './read-message.ts';

export type Sender = MailMessage['sender'];

/** Salted with the space: the table says whether two mails of one list have one sender, and nothing across lists. */
export const addressHash = (spaceId: string, address: string): string =>
  createHash('sha256').update(`${spaceId}\n${address}`).digest('hex');

/**
 * The people behind these senders, by address hash: those met before, and new ones without a sign-in. A sender is
 * never taken for somebody who has an account here, whatever their address says: anyone can write a From line.
 */
export async function meetSenders(
  tx: Tx,
  spaceId: string,
  senders: Sender[]
): Promise<{ acts: Map<string, Act>; met: number }> {
  const byHash = new Map(senders.map((sender) => [addressHash(spaceId, sender.address), sender]));
  const known = await tx
    .select({ hash: importedSenders.addressHash, personId: persons.id, name: persons.name })
    .from(importedSenders)
    .innerJoin(persons, eq(persons.id, importedSenders.personId))
    .where(
      and(eq(importedSenders.spaceId, spaceId), inArray(importedSenders.addressHash, [...byHash.keys()]))
    );
  const acts = new Map(known.map(({ hash, personId, name }) => [hash, personalAct(personId, name)]));
  let met = 0;
  for (const [hash, { name }] of byHash) {
    if (acts.has(hash)) continue;
    const id = newId();
    const createdAt = new Date();
    await tx.insert(persons).values({
      id,
      name,
      email: null,
      country: null,
      title: null,
      languages: [],
      occupations: [],
      expertise: [],
      illustrative: false,
      createdAt
    });
    await tx.insert(importedSenders).values({ spaceId, addressHash: hash, personId: id, createdAt });
    acts.set(hash, personalAct(id, name));
    met += 1;
  }
  return { acts, met };
}

const personalAct = (personId: string, personName: string): Act => ({
  personId,
  personName,
  capacity: 'personal',
  organisationId: null,
  organisation: null,
  organisationSlug: null,
  country: null,
  title: null
});
