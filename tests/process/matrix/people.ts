/** Who asks in the matrix: each a person of the world with a sign-in, or nobody. */
import { guest, type Actor, type Member } from '#features/people/people.ts';
import { startSpace } from '#features/spaces/server/start-space.ts';
import { chooseMail } from '#features/following/server/choose-mail.ts';
import { aMember, anOrganisation, joinSpace } from '#tests/world.ts';

export type Person = Member & { token: string };

export const actors = [
  'guest',
  'member',
  'elsewhere',
  'observer',
  'suspended',
  'insider',
  'author',
  'moderator'
] as const;
export type ActorName = (typeof actors)[number];
/** Who has no place in the restricted space: what is there is not there for them. */
export const outsiders = ['guest', 'member', 'elsewhere'] as const;

export interface People {
  admin: Person;
  /** Member of Palabre, of no space; speaks for a ministry that is spoken of. */
  member: Person;
  /** Moderates another forum. */
  elsewhere: Person;
  observer: Person;
  suspended: Person;
  insider: Person;
  author: Person;
  moderator: Person;
  /** Had a place, and lost it after they were mentioned. */
  lost: Person;
  /** Speaks under the Chatham House Rule. */
  unnamed: Person;
  /** Clears what the author says for the ministry. */
  focal: Person;
  ministry: string;
  elsewhereSlug: string;
  elsewhereId: string;
}

export async function thePeople(): Promise<People> {
  const admin = await aMember({ name: 'Administrator', administrator: true });
  const ministry = await anOrganisation({ name: 'Ministry of Health, Malawi', country: 'MW' });
  const spoken = await anOrganisation({ name: 'Ministry of Health, Senegal', country: 'SN' });
  const named = (name: string, of: Parameters<typeof aMember>[0] = {}) =>
    aMember({ name, country: 'MW', ...of });
  const people = {
    admin,
    member: await named('Mbaye Member', { organisation: spoken, country: 'SN' }),
    elsewhere: await named('Elsa Elsewhere', { country: 'SN' }),
    observer: await named('Oumar Observer'),
    suspended: await named('Suzanne Suspended'),
    insider: await named('Ines Insider'),
    author: await named('Aminata Author', { organisation: ministry, mandate: 'sign' }),
    moderator: await named('Moussa Moderator'),
    lost: await named('Louis Lost'),
    unnamed: await named('Zqunnamed Zqsealed'),
    focal: await named('Fatou Focal', { organisation: ministry }),
    ministry,
    elsewhereSlug: 'elsewhere'
  };
  const { id } = await startSpace(admin, {
    slug: 'elsewhere',
    kind: 'forum',
    titles: { en: 'Another forum' },
    purposes: {},
    countries: [],
    regions: [],
    axis: null,
    topics: [],
    visibility: 'public',
    leadOrganisationId: null
  });
  await joinSpace(people.elsewhere, id, 'moderator');
  for (const one of [people.member, people.insider, people.lost, people.elsewhere])
    await chooseMail(one, { rhythm: 'immediate', hour: 8, weekday: 1 });
  return { ...people, elsewhereId: id };
}

export const actorOf = (people: People, name: ActorName): Actor => (name === 'guest' ? guest : people[name]);
