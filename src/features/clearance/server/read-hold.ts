import { eq, sql } from 'drizzle-orm';
import type { Act } from '#features/people/people.ts';
import type { Tx } from '#lib/server/db.ts';
import { prepared } from '#lib/server/prepared.ts';
import type { TimeOut } from '../clearance.ts';
import { listFocalPoints } from './list-focal-points.ts';
import { clearanceRules } from './tables.ts';

const ruleQuestion = prepared('clearance_rule', (from) =>
  from
    .select()
    .from(clearanceRules)
    .where(eq(clearanceRules.organisationId, sql.placeholder('organisationId')))
);

/** The rule by which what is said in this act and space waits, or null: it goes out at once. One query for most. */
export async function readClearanceHold(
  from: Tx,
  act: Act,
  spaceId: string
): Promise<{ hours: number; atEnd: TimeOut } | null> {
  if (!act.organisationId) return null;
  const [rule] = await ruleQuestion({ organisationId: act.organisationId }, from);
  if (!rule || (rule.spaceIds && !rule.spaceIds.includes(spaceId))) return null;
  if (rule.exemptsFocalPoints) {
    const points = await listFocalPoints(act.organisationId, from);
    if (points.some(({ personId }) => personId === act.personId)) return null;
  }
  return { hours: rule.hours, atEnd: rule.atEnd };
}

/** What becomes of a post of this organisation that nobody decided about in time. */
export async function readTimeOut(from: Tx, organisationId: string): Promise<TimeOut> {
  const [rule] = await from
    .select({ atEnd: clearanceRules.atEnd })
    .from(clearanceRules)
    .where(eq(clearanceRules.organisationId, organisationId));
  return rule?.atEnd ?? 'return';
}
