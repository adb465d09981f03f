import { and, eq, inArray } from 'drizzle-orm';
import { administrators } from '#features/people/server/tables.ts';
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

/** Who decides an appeal: who moderates there, or, when it is about the whole house, its administrators. */
export const appealJudges: Audience = async (from, entries, told) => {
  const inHouse = entries.filter(({ spaceId }) => !spaceId);
  const all =
    inHouse.length > 0 ? await from.select({ personId: administrators.personId }).from(administrators) : [];
  return [
    ...(await moderators(
      from,
      entries.filter(({ spaceId }) => spaceId),
      told
    )),
    ...inHouse.flatMap(({ seq }) => all.map(({ personId }) => ({ seq, personId })))
  ];
};

/** The person whom the fact is about: whose place it is, whose request was decided. */
export const personAbout: Audience = async (_, entries) =>
  entries.flatMap(({ seq, objectKind, objectId, detail }) => {
    const personId = objectKind === 'person' ? objectId : detail.personId;
    return typeof personId === 'string' ? [{ seq, personId }] : [];
  });
