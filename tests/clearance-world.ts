/** What the tests of clearance begin with. */
import type { TimeOut } from '#features/clearance/clearance.ts';
import { nameFocalPoint } from '#features/clearance/server/name-focal-point.ts';
import { setClearanceRule } from '#features/clearance/server/set-clearance-rule.ts';
import { postReply } from '#features/forum/server/post-reply.ts';
import type { Member } from '#features/people/people.ts';
import { newId } from '#lib/id.ts';
import { aReply, aThread } from './forum-world.ts';
import { aMember, anOrganisation } from './world.ts';

/** A ministry whose posts wait: a delegate who speaks, two focal points, a minister who signs, and a thread. */
export async function aMinistry(
  of: { atEnd?: TimeOut; exemptsFocalPoints?: boolean; spaceIds?: string[] } = {}
) {
  const organisation = await anOrganisation({ name: 'Ministry of Health' });
  const { thread, space, moderator } = await aThread();
  const minister = await aMember({ organisation, mandate: 'sign' });
  const delegate = await aMember({ name: 'Fatou', organisation });
  const awa = await aMember({ name: 'Awa', organisation, email: `awa-${newId()}@test.palabre.example` });
  const ali = await aMember({ name: 'Ali', organisation, mandate: 'none' });
  for (const { personId } of [awa, ali])
    await nameFocalPoint(minister, { organisationId: organisation, personId });
  await setClearanceRule(minister, {
    organisationId: organisation,
    hours: 24,
    atEnd: of.atEnd ?? 'return',
    exemptsFocalPoints: of.exemptsFocalPoints ?? false,
    spaceIds: of.spaceIds ?? []
  });
  const say = (by: Member = delegate, body = 'We trained 400 nurses.') =>
    postReply(by, aReply(thread.id, { capacity: organisation, body }));
  return { organisation, thread, space, moderator, minister, delegate, awa, ali, say };
}
