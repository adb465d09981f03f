import * as v from 'valibot';
import { expect, test } from 'vitest';
import { guest } from '#features/people/people.ts';
import { listen, type Announcement } from '#lib/server/announce.ts';
import { aMember, anOrganisation, aSpace, joinSpace as place } from '#tests/world.ts';
import { newSpaceForm } from '../inputs.ts';
import { addMember } from './add-member.ts';
import { joinSpace } from './join-space.ts';
import { listMembers } from './list-members.ts';
import { listSpaces } from './list-spaces.ts';
import { readSpace } from './read-space.ts';
import { removeMember } from './remove-member.ts';
import { startSpace } from './start-space.ts';

const aForm = (of: Record<string, unknown> = {}) =>
  v.parse(newSpaceForm, { titleFr: 'Financement de la santé, région 1', ...of });

test('a moderator lets a colleague into a restricted forum by e-mail address, and out again', async () => {
  const space = await aSpace({ visibility: 'restricted' });
  const [moderator, colleague] = [await aMember(), await aMember({ email: 'awa@ministry.example' })];
  await place(moderator, space.id, 'moderator');
  await expect(readSpace(colleague, { id: space.id })).rejects.toMatchObject({ code: 'not-found' });
  await addMember(moderator, { spaceId: space.id, email: 'awa@ministry.example', role: 'member' });
  expect(await readSpace(colleague, { id: space.id })).toMatchObject({ role: 'member' });
  const heard: Announcement[] = [];
  listen('members-test', (announcement) => void heard.push(announcement));
  await removeMember(moderator, { spaceId: space.id, personId: colleague.personId });
  await expect(readSpace(colleague, { id: space.id })).rejects.toMatchObject({ code: 'not-found' });
  expect(heard).toContainEqual(
    expect.objectContaining({
      name: 'space.left',
      payload: { spaceId: space.id, personId: colleague.personId }
    })
  );
});

test('nobody lets themselves into a restricted forum, and to those outside it is not there', async () => {
  const space = await aSpace({ visibility: 'restricted' });
  const stranger = await aMember();
  await expect(joinSpace(stranger, { spaceId: space.id })).rejects.toMatchObject({ code: 'not-found' });
  expect((await listSpaces(stranger)).map(({ id }) => id)).not.toContain(space.id);
});

test('a member joins a public forum twice and is in it once; a guest is asked to sign in', async () => {
  const space = await aSpace();
  const [moderator, member] = [await aMember({ administrator: true }), await aMember()];
  await joinSpace(member, { spaceId: space.id });
  await joinSpace(member, { spaceId: space.id });
  expect(
    (await listMembers(moderator, space.id)).filter(({ personId }) => personId === member.personId)
  ).toHaveLength(1);
  await expect(joinSpace(guest, { spaceId: space.id })).rejects.toMatchObject({ code: 'not-signed-in' });
});

test('a member neither adds nor removes members', async () => {
  const space = await aSpace();
  const [member, other] = [await aMember(), await aMember({ email: 'other@ministry.example' })];
  await joinSpace(member, { spaceId: space.id });
  await joinSpace(other, { spaceId: space.id });
  await expect(
    addMember(member, { spaceId: space.id, email: 'other@ministry.example', role: 'moderator' })
  ).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(removeMember(member, { spaceId: space.id, personId: other.personId })).rejects.toMatchObject({
    code: 'not-allowed'
  });
});

test('a forum keeps its last moderator, who neither leaves nor steps down', async () => {
  const lead = await aMember({ organisation: await anOrganisation(), email: 'lead@ministry.example' });
  const { id: spaceId } = await startSpace(lead, aForm({ slug: 'last-moderator' }));
  await expect(removeMember(lead, { spaceId, personId: lead.personId })).rejects.toMatchObject({
    reason: 'last-moderator'
  });
  await expect(
    addMember(lead, { spaceId, email: 'lead@ministry.example', role: 'observer' })
  ).rejects.toMatchObject({ reason: 'last-moderator' });
});

test('a forum is led by an organisation only when one who speaks for it says so', async () => {
  const [own, foreign] = [await anOrganisation(), await anOrganisation()];
  const delegate = await aMember({ organisation: own });
  await expect(
    startSpace(delegate, aForm({ slug: 'led-by-foreign', leadOrganisationId: foreign }))
  ).rejects.toMatchObject({ reason: 'no-mandate' });
  const { slug } = await startSpace(delegate, aForm({ leadOrganisationId: own }));
  expect(slug).toBe('financement-de-la-sante-region-1');
  expect(await readSpace(guest, { slug })).toMatchObject({
    leadOrganisation: { id: own },
    titles: { fr: 'Financement de la santé, région 1' }
  });
});
