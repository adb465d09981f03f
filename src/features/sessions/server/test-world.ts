/** Sessions for the tests of this slice. */
import type { Member } from '#features/people/people.ts';
import { joinSpace, aMember, anOrganisation, aSpace } from '#tests/world.ts';
import type { SpaceView, Visibility } from '#features/spaces/spaces.ts';
import type { NewSession } from '../inputs.ts';
import { openSession } from './open-session.ts';
import { scheduleSession } from './schedule-session.ts';

export interface SessionWorld {
  id: string;
  space: SpaceView;
  chair: Member;
}

/** A session that `chair`, a moderator of its forum, scheduled for an hour from now; opened when `live`. */
export async function aSession(
  of: Partial<NewSession> & { live?: boolean; visibility?: Visibility; at?: Date } = {}
): Promise<SessionWorld> {
  const { live, visibility, at = new Date(), ...input } = of;
  const space = await aSpace({ visibility });
  const chair = await aMember({ name: 'Chair', organisation: await anOrganisation({ country: 'CI' }) });
  await joinSpace(chair, space.id, 'moderator');
  const { id } = await scheduleSession(
    chair,
    {
      forum: space.slug,
      title: 'Pooling purchases',
      lang: 'en',
      kind: 'forum_session',
      timezone: 'Africa/Dakar',
      audience: 'space',
      startsAt: new Date(at.getTime() + 3_600_000),
      endsAt: new Date(at.getTime() + 9_000_000),
      countries: ['SN', 'CI', 'ML'],
      capacity: chair.actingAs,
      agenda: [
        { title: 'Opening', minutes: 8, document: null },
        { title: 'Experiences by country', minutes: 40, document: 'https://example.org/paper.pdf' }
      ],
      ...input
    },
    at
  );
  if (live) await openSession(chair, { session: id, capacity: chair.actingAs }, at);
  return { id, space, chair };
}

/** Somebody who speaks for a ministry of `country`. */
export async function aDelegate(country: string): Promise<Member> {
  return aMember({
    name: `Delegate of ${country}`,
    country,
    organisation: await anOrganisation({ name: `Ministry of ${country}`, country })
  });
}
