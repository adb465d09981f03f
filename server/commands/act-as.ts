import { asc } from 'drizzle-orm';
import type { Member } from '#features/people/people.ts';
import { readMember } from '#features/people/server/read-member.ts';
import { administrators } from '#features/people/server/tables.ts';
import { db } from '#lib/server/db.ts';

/** Someone as an actor for a command: whoever can run one on the server can read its database anyway. */
export const actAs = (personId: string): Promise<Member | undefined> => readMember(personId);

/** The administrator of longest standing: in whose name commands act. */
export async function firstAdministrator(): Promise<Member | undefined> {
  const [first] = await db
    .select({ id: administrators.personId })
    .from(administrators)
    .orderBy(asc(administrators.createdAt))
    .limit(1);
  return first && actAs(first.id);
}
