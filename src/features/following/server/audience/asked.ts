import { and, eq, gt, inArray, isNull, lte, ne, or } from 'drizzle-orm';
import { copyRequests } from '#features/archive/server/tables.ts';
import { focalPoints } from '#features/clearance/server/tables.ts';
import { pendingPosts } from '#features/forum/server/pending-tables.ts';
import { moderationActs } from '#features/moderation/server/tables.ts';
import { affiliations, organisations } from '#features/people/server/tables.ts';
import { spaceInvitations, spaceMembers } from '#features/spaces/server/tables.ts';
import { distinct, grouped, type Audience } from './audience.ts';

const objects = (entries: Parameters<Audience>[1]) => distinct(entries.map(({ objectId }) => objectId));
const inForce = (now: Date) =>
  and(
    ne(affiliations.mandate, 'none'),
    lte(affiliations.startsAt, now),
    or(isNull(affiliations.endsAt), gt(affiliations.endsAt, now))
  );

/** Who clears, for its organisation, a text that waits. */
export const focalPointsAsked: Audience = async (from, entries) => {
  const rows = await from
    .select({ id: pendingPosts.id, personId: focalPoints.personId })
    .from(pendingPosts)
    .innerJoin(focalPoints, eq(focalPoints.organisationId, pendingPosts.organisationId))
    .innerJoin(
      affiliations,
      and(
        eq(affiliations.personId, focalPoints.personId),
        eq(affiliations.organisationId, focalPoints.organisationId),
        lte(affiliations.startsAt, new Date()),
        or(isNull(affiliations.endsAt), gt(affiliations.endsAt, new Date()))
      )
    )
    .where(and(inArray(pendingPosts.id, objects(entries)), eq(pendingPosts.reason, 'clearance')));
  return matched(entries, rows);
};

/** Who moderates where a first post waits. */
export const approversAsked: Audience = async (from, entries) => {
  const rows = await from
    .select({ id: pendingPosts.id, personId: spaceMembers.personId })
    .from(pendingPosts)
    .innerJoin(
      spaceMembers,
      and(eq(spaceMembers.spaceId, pendingPosts.spaceId), eq(spaceMembers.role, 'moderator'))
    )
    .where(and(inArray(pendingPosts.id, objects(entries)), eq(pendingPosts.reason, 'approval')));
  return matched(entries, rows);
};

/** Who wrote a text that waits, or waited. */
export const pendingAuthor: Audience = async (from, entries) =>
  matched(
    entries,
    await from
      .select({ id: pendingPosts.id, personId: pendingPosts.personId })
      .from(pendingPosts)
      .where(inArray(pendingPosts.id, objects(entries)))
  );

/** Whose post or standing an act of moderation was about; the entry names the act. */
export const subjectOfAct: Audience = async (from, entries) => {
  const actOf = ({ objectId, detail }: (typeof entries)[number]) =>
    [detail.actId, detail.act].find((id) => typeof id === 'string') ?? objectId;
  const rows = await from
    .select({ id: moderationActs.id, personId: moderationActs.subjectId })
    .from(moderationActs)
    .where(inArray(moderationActs.id, distinct(entries.map((entry) => String(actOf(entry))))));
  const subjects = new Map(rows.map(({ id, personId }) => [id, personId]));
  return entries.flatMap((entry) => {
    const personId = subjects.get(String(actOf(entry)));
    return personId ? [{ seq: entry.seq, personId }] : [];
  });
};

/** Who acts for the organisation whose desk a request for support came to. */
export const deskAsked: Audience = async (from, entries) => {
  const desks = distinct(entries.map(({ detail }) => detail.deskId)).map(String);
  if (desks.length === 0) return [];
  const rows = await from
    .select({ personId: affiliations.personId, id: affiliations.organisationId })
    .from(affiliations)
    .where(and(inArray(affiliations.organisationId, desks), inForce(new Date())));
  const by = grouped(rows, ({ id }) => id);
  return entries.flatMap(({ seq, detail }) =>
    (by.get(String(detail.deskId)) ?? []).map(({ personId }) => ({ seq, personId }))
  );
};

/** Whose consent to a public copy is asked: the author, or who may speak for the organisation it was said for. */
export const askedForCopy: Audience = async (from, entries) => {
  const about = inArray(copyRequests.copyId, objects(entries));
  const [people, acting] = [
    await from
      .select({ id: copyRequests.copyId, personId: copyRequests.personId })
      .from(copyRequests)
      .where(and(about, isNull(copyRequests.organisationId))),
    await from
      .select({ id: copyRequests.copyId, personId: affiliations.personId })
      .from(copyRequests)
      .innerJoin(
        affiliations,
        and(eq(affiliations.organisationId, copyRequests.organisationId), inForce(new Date()))
      )
      .where(about)
  ];
  return matched(entries, [...people, ...acting]);
};

/** Who is invited: the person, or who acts for the invited organisation or country's delegation. */
export const invited: Audience = async (from, entries) => {
  const acting = and(eq(affiliations.organisationId, organisations.id), inForce(new Date()));
  const [people, acted] = [
    await from
      .select({ id: spaceInvitations.id, personId: spaceInvitations.personId })
      .from(spaceInvitations)
      .where(inArray(spaceInvitations.id, objects(entries))),
    await from
      .select({ id: spaceInvitations.id, personId: affiliations.personId })
      .from(spaceInvitations)
      .innerJoin(
        organisations,
        or(
          eq(organisations.id, spaceInvitations.organisationId),
          and(
            eq(organisations.country, spaceInvitations.country),
            inArray(organisations.kind, ['ministry', 'head_of_government'])
          )
        )
      )
      .innerJoin(affiliations, acting)
      .where(inArray(spaceInvitations.id, objects(entries)))
  ];
  return matched(entries, [...people, ...acted]);
};

function matched(
  entries: Parameters<Audience>[1],
  rows: { id: string; personId: string | null }[]
): Awaited<ReturnType<Audience>> {
  const by = grouped(rows, ({ id }) => id);
  return entries.flatMap(({ seq, objectId }) =>
    (by.get(objectId) ?? []).flatMap(({ personId }) => (personId ? [{ seq, personId }] : []))
  );
}
