import { asc, eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import type { Actor } from '../people.ts';
import { mayAdminister } from './may.ts';
import { administrators, persons } from './tables.ts';

export interface PersonLine {
  id: string;
  name: string;
  email: string | null;
  country: string | null;
  administrator: boolean;
}

/** Everyone, with the address they sign in with: for administrators, who must tell two people of one name apart. */
export async function listPersons(actor: Actor): Promise<PersonLine[]> {
  if (!mayAdminister(actor)) throw new Refusal('not-found');
  const rows = await db
    .select({
      id: persons.id,
      name: persons.name,
      email: persons.email,
      country: persons.country,
      granted: administrators.createdAt
    })
    .from(persons)
    .leftJoin(administrators, eq(administrators.personId, persons.id))
    .orderBy(asc(persons.name));
  return rows.map(({ granted, ...person }) => ({ ...person, administrator: granted !== null }));
}
