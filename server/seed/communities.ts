import { addMember } from '#features/spaces/server/add-member.ts';
import { askToJoin } from '#features/spaces/server/ask-to-join.ts';
import { inviteToSpace } from '#features/spaces/server/invite-to-space.ts';
import { startSpace } from '#features/spaces/server/start-space.ts';
import { writeSpaceText } from '#features/spaces/server/write-space-text.ts';
import { communityTexts } from './texts/communities.ts';
import { typeset } from './texts/text.ts';
import { organisationOf, personOf, type World } from './world.ts';

/** A community, a circle and an initiative, with a request and an invitation that wait; their ids. */
export async function seedCommunities(world: World): Promise<string[]> {
  const ids: string[] = [];
  for (const { by, lead, roles, rules, summary, request, delegation, ...text } of communityTexts) {
    const opener = personOf(world, by);
    const { id: spaceId } = await startSpace(
      opener,
      { ...text, rules: set(rules), leadOrganisationId: organisationOf(world, lead) },
      true
    );
    for (const [key, role] of roles)
      await addMember(opener, { spaceId, email: `${key}@demo.palabre.example`, role });
    if (summary) await writeSpaceText(opener, { spaceId, kind: 'summary', number: 0, texts: set(summary) });
    if (request) {
      const [key, message] = request;
      await askToJoin(personOf(world, key), { spaceId, message, rules: 1 });
    }
    if (delegation)
      await inviteToSpace(opener, spaceId, { kind: 'country', country: delegation[0], role: delegation[1] });
    ids.push(spaceId);
  }
  return ids;
}

const set = (texts: Record<string, string>) =>
  Object.fromEntries(Object.entries(texts).map(([lang, text]) => [lang, typeset(lang, text)]));
