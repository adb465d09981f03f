import { asc, eq, gt } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { mayAdminister } from '#features/people/server/may.ts';
import { personSuspensions } from '#features/people/server/suspension-tables.ts';
import { persons } from '#features/people/server/tables.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import type { Category } from '../moderation.ts';
import { moderationActs } from './tables.ts';

export interface SuspensionLine {
  personId: string;
  name: string;
  until: string;
  actId: string;
  category: Category | null;
  reason: string | null;
}

/** Who may not sign in now, and why: for administrators. Refuses not-found. */
export async function listSuspensions(actor: Actor): Promise<SuspensionLine[]> {
  if (!mayAdminister(actor)) throw new Refusal('not-found');
  const rows = await db
    .select({
      personId: persons.id,
      name: persons.name,
      until: personSuspensions.until,
      actId: personSuspensions.actId,
      category: moderationActs.category,
      reason: moderationActs.reason
    })
    .from(personSuspensions)
    .innerJoin(persons, eq(persons.id, personSuspensions.personId))
    .leftJoin(moderationActs, eq(moderationActs.id, personSuspensions.actId))
    .where(gt(personSuspensions.until, new Date()))
    .orderBy(asc(personSuspensions.until));
  return rows.map(({ until, ...line }) => ({ ...line, until: until.toISOString() }));
}
