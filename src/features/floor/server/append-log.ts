import { eq, sql } from 'drizzle-orm';
import { inPerson } from '#features/audit/audit.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Act } from '#features/people/people.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import type { Change } from '#features/sessions/server/list-parts.ts';
import { newId } from '#lib/id.ts';
import type { FloorAct } from '../floor.ts';
import type { Turn } from './read-turns.ts';
import { floorLog } from './tables.ts';

type Detail = Record<string, string | number | boolean | null>;

/**
 * Notes what was done with the floor, for the record of the session and in the chain of facts. Call it last in the change. Who does it
 * is `by`, or whoever acts: as who presides when they do, else as themselves.
 */
export async function appendLog(
  change: Change,
  action: FloorAct,
  { turn, of, by, detail = {} }: { turn?: Turn; of?: Act; by?: Act; detail?: Detail } = {}
): Promise<void> {
  const { tx, session, member, at, seq } = change;
  const act = by ?? whoActs(change);
  const [{ count }] = await tx
    .select({ count: sql<number>`count(*)` })
    .from(floorLog)
    .where(eq(floorLog.sessionId, session.id));
  await tx.insert(floorLog).values({
    id: newId(),
    sessionId: session.id,
    seq,
    place: Number(count) + 1,
    at,
    action,
    turnId: turn?.id ?? null,
    of: of ?? (turn ? actOf(turn) : null),
    detail,
    ...act
  });
  await appendEntry(tx, {
    action,
    actor: by ? act : act.personId === member.personId ? act : inPerson(member),
    object: turn ? { kind: 'turn', id: turn.id } : { kind: 'session', id: session.id },
    spaceId: session.spaceId,
    detail: { session: session.id, ...(of && { of: of.personId }), ...detail },
    at
  });
}

/** Who acts at the desk: as they took or were given the chair, else in their own name. */
export function whoActs({ session, member }: Pick<Change, 'session' | 'member'>): Act {
  const known = [session.presiding, session.chair, ...(session.deputies ?? [])].find(
    (act) => act?.personId === member.personId
  );
  return known
    ? actOf(known)
    : {
        personId: member.personId,
        personName: member.name,
        capacity: 'personal',
        organisationId: null,
        organisation: null,
        organisationSlug: null,
        country: member.country,
        title: null
      };
}
