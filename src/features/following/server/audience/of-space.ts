import { and, eq, inArray } from 'drizzle-orm';
import { spaceMembers } from '#features/spaces/server/tables.ts';
import { distinct, grouped, type Audience } from './audience.ts';

/** Who moderates the forum that it happened in. */
export const moderators: Audience = async (from, entries) => {
  const rows = await from
    .select({ personId: spaceMembers.personId, spaceId: spaceMembers.spaceId })
    .from(spaceMembers)
    .where(
      and(
        inArray(spaceMembers.spaceId, distinct(entries.map(({ spaceId }) => spaceId))),
        eq(spaceMembers.role, 'moderator')
      )
    );
  const by = grouped(rows, ({ spaceId }) => spaceId);
  return entries.flatMap(({ seq, spaceId }) =>
    (by.get(spaceId ?? '') ?? []).map(({ personId }) => ({ seq, personId }))
  );
};

/** The person whom the fact names: one who was invited, appointed, decided upon. */
export const personIn =
  (field = 'personId'): Audience =>
  async (_, entries) =>
    entries.flatMap(({ seq, detail }) => {
      const personId = detail[field];
      return typeof personId === 'string' ? [{ seq, personId }] : [];
    });
