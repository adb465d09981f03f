import { newId } from '#lib/id.ts';
import type { Tx } from '#lib/server/db.ts';
import { chathamRules } from '../attribution-tables.ts';

type NewRule = Omit<typeof chathamRules.$inferInsert, 'id'>;

/** Writes that the Rule holds, in a thread or (without one) for threads that begin in the space; returns its id. */
export async function appendRule(tx: Tx, rule: NewRule): Promise<string> {
  const id = newId();
  await tx.insert(chathamRules).values({ ...rule, id });
  return id;
}
