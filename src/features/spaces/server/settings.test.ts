import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditEntries } from '#features/audit/server/tables.ts';
import { guest } from '#features/people/people.ts';
import { listen, type Announcement } from '#lib/server/announce.ts';
import { db } from '#lib/server/db.ts';
import { aMember, anOrganisation, aSpace, joinSpace as place } from '#tests/world.ts';
import type { SpaceView, Visibility } from '../spaces.ts';
import { addMember } from './add-member.ts';
import { archiveSpace } from './archive-space.ts';
import { askToJoin } from './ask-to-join.ts';
import { changeRole } from './change-role.ts';
import { changeSpace } from './change-space.ts';
import { countByCountry, countByOrganisation, countMembers } from './count-members.ts';
import { inviteToSpace } from './invite-to-space.ts';
import { joinSpace } from './join-space.ts';
import { listDirectory } from './list-directory.ts';
import { listMembers } from './list-members.ts';
import { mayContribute, mayModerate } from './may.ts';
import { readSpace } from './read-space.ts';
import { listSpaceTexts, readSpaceTexts } from './read-space-texts.ts';
import { removeMember } from './remove-member.ts';
import { reopenSpace } from './reopen-space.ts';
import { startSpace } from './start-space.ts';
import { writeSpaceText } from './write-space-text.ts';

const settingsOf = (space: SpaceView, of: Partial<SpaceView> = {}) => {
  const {
    id: spaceId,
    kind,
    titles,
    purposes,
    countries,
    axis,
    topics,
    visibility,
    joining
  } = { ...space, ...of };
  return {
    spaceId,
    kind,
    titles,
    purposes,
    countries,
    regions: [],
    axis,
    topics,
    visibility,
    joining,
    leadOrganisationId: null
  };
};
async function aModeratedSpace(visibility: Visibility = 'public') {
  const space = await aSpace({ visibility });
  const moderator = await aMember();
  await place(moderator, space.id, 'moderator');
  return { space, moderator };
}

test('a moderator changes the settings; a member, an observer and a guest do not', async () => {
  const { space, moderator } = await aModeratedSpace();
  const [member, observer] = [await aMember(), await aMember()];
  await place(member, space.id);
  await place(observer, space.id, 'observer');
  const change = settingsOf(space, {
    titles: { en: 'Renamed' },
    countries: ['MZ', 'ZA', 'SZ'],
    kind: 'initiative',
    joining: 'request'
  });
  for (const one of [member, observer])
    await expect(changeSpace(one, change)).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(changeSpace(guest, change)).rejects.toMatchObject({ code: 'not-signed-in' });
  await changeSpace(moderator, change);
  expect(await readSpace(guest, { id: space.id })).toMatchObject({
    titles: { en: 'Renamed' },
    kind: 'initiative',
    joining: 'request',
    countries: ['MZ', 'ZA', 'SZ']
  });
  await expect(changeSpace(moderator, { ...change, countries: ['XX'] })).rejects.toMatchObject({
    reason: 'country'
  });
  const foreign = await anOrganisation();
  await expect(changeSpace(moderator, { ...change, leadOrganisationId: foreign })).rejects.toMatchObject({
    reason: 'no-mandate'
  });
});

test('a space is narrowed by its moderator, who tells the sockets so, and opened to more readers by an administrator only', async () => {
  const { space, moderator } = await aModeratedSpace();
  const heard: Announcement[] = [];
  listen('settings-test', (fact) => void heard.push(fact));
  await changeSpace(moderator, settingsOf(space, { visibility: 'restricted' }));
  expect(heard).toContainEqual(
    expect.objectContaining({ name: 'space.changed', payload: { spaceId: space.id, narrowed: true } })
  );
  expect(await readSpace(moderator, { id: space.id })).toMatchObject({ joining: 'invitation' });
  await expect(readSpace(guest, { id: space.id })).rejects.toMatchObject({ code: 'not-found' });
  const wide = settingsOf(space, { visibility: 'members' });
  await expect(changeSpace(moderator, wide)).rejects.toMatchObject({ reason: 'widening' });
  await changeSpace(await aMember({ administrator: true }), wide);
  expect(await readSpace(await aMember(), { id: space.id })).toMatchObject({ visibility: 'members' });
});

test('an archived space is read as before and changes no more, until an administrator opens it again', async () => {
  const { space, moderator } = await aModeratedSpace();
  const spaceId = space.id;
  const [member, stranger] = [await aMember(), await aMember({ email: 'stranger@archive.example' })];
  await place(member, spaceId);
  await expect(archiveSpace(member, { spaceId })).rejects.toMatchObject({ code: 'not-allowed' });
  await archiveSpace(moderator, { spaceId });
  const seen = await readSpace(member, { id: spaceId });
  expect([mayContribute(member, seen), mayModerate(moderator, { ...seen, role: 'moderator' })]).toEqual([
    false,
    false
  ]);
  expect(await readSpace(guest, { id: spaceId })).toMatchObject({ titles: space.titles });
  const administrator = await aMember({ administrator: true });
  const archived = { reason: 'space-archived' };
  for (const attempt of [
    joinSpace(stranger, { spaceId }),
    askToJoin(stranger, { spaceId, message: '' }),
    changeSpace(administrator, settingsOf(space)),
    changeRole(administrator, { spaceId, personId: member.personId, role: 'observer' }),
    addMember(administrator, { spaceId, email: 'stranger@archive.example', role: 'member' }),
    removeMember(administrator, { spaceId, personId: member.personId }),
    inviteToSpace(administrator, spaceId, { kind: 'country', country: 'SN', role: 'member' }),
    writeSpaceText(administrator, { spaceId, kind: 'rules', number: 0, texts: { en: 'x' } })
  ])
    await expect(attempt).rejects.toMatchObject(archived);
  await expect(reopenSpace(moderator, { spaceId })).rejects.toMatchObject({ code: 'not-allowed' });
  await reopenSpace(administrator, { spaceId });
  expect(mayContribute(member, await readSpace(member, { id: spaceId }))).toBe(true);
});

test('two moderators who leave at the same moment leave one behind', async () => {
  const space = await aSpace();
  const [one, other] = [await aMember(), await aMember()];
  for (const moderator of [one, other]) await place(moderator, space.id, 'moderator');
  const [administrator] = (await listMembers(one, space.id)).filter(
    ({ personId }) => ![one.personId, other.personId].includes(personId)
  );
  await removeMember(one, { spaceId: space.id, personId: administrator.personId });
  const left = await Promise.allSettled(
    [one, other].map((moderator) =>
      removeMember(moderator, { spaceId: space.id, personId: moderator.personId })
    )
  );
  expect(left.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a role is given by moderators, to people who are there; the last moderator keeps theirs', async () => {
  const { space, moderator } = await aModeratedSpace();
  const [member, stranger] = [await aMember(), await aMember()];
  await place(member, space.id);
  const give = (by: typeof member, to: typeof member, role: 'moderator' | 'observer') =>
    changeRole(by, { spaceId: space.id, personId: to.personId, role });
  await expect(give(member, member, 'moderator')).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(give(moderator, stranger, 'observer')).rejects.toMatchObject({ code: 'not-found' });
  await give(moderator, member, 'observer');
  expect(await readSpace(member, { id: space.id })).toMatchObject({ role: 'observer' });
  const [last] = await db.select().from(auditEntries).where(eq(auditEntries.objectId, member.personId));
  expect(last).toMatchObject({ action: 'space.role-changed', detail: { from: 'member', to: 'observer' } });
});

test('a summary has a history with who and when; nobody overwrites what they did not read', async () => {
  const { space, moderator } = await aModeratedSpace();
  const member = await aMember();
  await place(member, space.id);
  const write = (by: typeof member, number: number, texts: Record<string, string>) =>
    writeSpaceText(by, { spaceId: space.id, kind: 'summary', number, texts });
  await expect(write(member, 0, { en: 'Mine' })).rejects.toMatchObject({ code: 'not-allowed' });
  await write(moderator, 0, { en: '**Where we are**', fr: '**Où nous en sommes**' });
  await expect(write(moderator, 0, { en: 'Blind' })).rejects.toMatchObject({ reason: 'text-changed' });
  await write(moderator, 1, { fr: 'Suite <script>alert(1)</script>' });
  const { summary, rules } = await readSpaceTexts(space.id, 'en');
  expect(summary).toMatchObject({ number: 2, lang: 'fr', writtenBy: { id: moderator.personId } });
  expect(summary.html).not.toContain('<script');
  expect(rules).toMatchObject({ number: 0, html: '' });
  expect(
    (await listSpaceTexts(space.id, 'summary', 'fr')).map(({ number, html }) => [number, html.includes('Où')])
  ).toEqual([
    [2, false],
    [1, true]
  ]);
  await write(moderator, 2, {});
  expect((await readSpaceTexts(space.id, 'en')).summary.html).toBe('');
});

test('members see each other by country and organisation; others who may read see how many, and no names', async () => {
  const { space, moderator } = await aModeratedSpace('members');
  const ministry = await anOrganisation({ country: 'ML' });
  const [delegate, reader] = [await aMember({ organisation: ministry, country: 'ML' }), await aMember()];
  await place(delegate, space.id);
  await expect(listMembers(reader, space.id)).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(listMembers(guest, space.id)).rejects.toMatchObject({ code: 'not-found' });
  expect(await listMembers(delegate, space.id, { country: 'ML' })).toMatchObject([
    { personId: delegate.personId, organisation: { slug: `org-${ministry}` }, through: false }
  ]);
  expect(await countMembers([space.id])).toEqual({ [space.id]: { members: 3, countries: 2 } });
  expect(await countByCountry(space.id)).toEqual([
    { country: 'SN', members: 2 },
    { country: 'ML', members: 1 }
  ]);
  expect(await countByOrganisation(space.id)).toMatchObject([{ slug: `org-${ministry}`, members: 1 }]);
  expect(await listMembers(moderator, space.id)).toHaveLength(3);
});

test('the directory narrows by what a space is, counts only what the reader may read, and offers only that', async () => {
  const administrator = await aMember({ administrator: true });
  const topic = `topic ${crypto.randomUUID()}`;
  const start = (of: object) =>
    startSpace(administrator, {
      slug: `dir-${crypto.randomUUID()}`,
      kind: 'community',
      titles: { en: 'Listed' },
      purposes: {},
      countries: ['MZ'],
      regions: [],
      axis: 'financing',
      topics: [topic],
      visibility: 'public',
      leadOrganisationId: null,
      ...of
    });
  await start({});
  await start({ kind: 'initiative', countries: ['ZA', 'SZ'], joining: 'request' });
  await start({ countries: [], regions: ['AFR'], joining: 'invitation' });
  await start({ visibility: 'restricted', topics: [topic, `secret ${topic}`] });
  const reader = await aMember();
  const find = async (of: object, by = reader) => listDirectory(by, { ...nothing, topic, ...of });
  const nothing = {
    page: 1,
    kind: undefined,
    country: undefined,
    region: undefined,
    axis: undefined,
    lead: undefined,
    mine: undefined,
    open: undefined
  };
  expect((await find({})).total).toBe(3);
  expect((await find({}, administrator)).total).toBe(4);
  expect((await find({ kind: 'initiative' })).total).toBe(1);
  expect((await find({ country: 'MZ' })).total).toBe(2);
  expect((await find({ region: 'AFR' })).total).toBe(3);
  expect((await find({ region: 'EUR' })).total).toBe(0);
  expect((await find({ axis: 'policy_dialogue' })).total).toBe(0);
  expect((await find({ open: true })).total).toBe(2);
  expect((await find({ mine: true })).total).toBe(0);
  expect((await find({ mine: true }, administrator)).total).toBe(4);
  expect((await find({})).choices.topics).not.toContain(`secret ${topic}`);
  expect((await find({ kind: 'initiative' })).spaces[0].count).toEqual({ members: 1, countries: 1 });
});

test('the address of a restricted space cannot be found by trying to take it', async () => {
  const administrator = await aMember({ administrator: true });
  const slug = `circle-${crypto.randomUUID()}`;
  const start = (visibility: Visibility) =>
    startSpace(administrator, {
      slug,
      kind: 'circle',
      titles: { en: 'x' },
      purposes: {},
      countries: [],
      regions: [],
      axis: null,
      topics: [],
      visibility,
      leadOrganisationId: null
    });
  const { slug: hidden } = await start('restricted');
  expect(hidden).not.toBe(slug);
  await start('public');
  await expect(start('public')).rejects.toMatchObject({ reason: 'slug-taken' });
  await expect(
    startSpace(administrator, {
      slug: 'new',
      kind: 'forum',
      titles: { en: 'x' },
      purposes: {},
      countries: [],
      regions: [],
      axis: null,
      topics: [],
      visibility: 'public',
      leadOrganisationId: null
    })
  ).rejects.toMatchObject({ reason: 'slug-taken' });
});
