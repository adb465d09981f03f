import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { affiliations } from '#features/people/server/tables.ts';
import { spaceMembers } from '#features/spaces/server/tables.ts';
import { db } from '#lib/server/db.ts';
import { aMember, anOrganisation, aSpace, joinSpace } from '#tests/world.ts';
import type { Target } from '../links.ts';
import { readMentionedPersons } from './read-mentioned.ts';

const to = (kind: Target['kind'], id: string): Target => ({ kind, id, post: null });

test('a mention of an organisation reaches who may act for it, one of a country its delegation, each once', async () => {
  const [ministry, union] = [
    await anOrganisation({ country: 'WS' }),
    await anOrganisation({ country: 'WS', kind: 'professional_association' })
  ];
  const minister = await aMember({ organisation: ministry, mandate: 'sign' });
  const nurse = await aMember({ organisation: union });
  await aMember({ organisation: ministry, mandate: 'none' });
  const personal = await aMember({ country: 'WS' });
  const space = await aSpace();
  expect(await readMentionedPersons([to('organisation', `org-${ministry}`)], space.id)).toEqual([
    minister.personId
  ]);
  expect(
    await readMentionedPersons(
      [
        to('country', 'WS'),
        to('person', personal.personId),
        to('person', nurse.personId),
        to('lesson', nurse.personId)
      ],
      space.id
    )
  ).toEqual([minister.personId, nurse.personId, personal.personId].sort());
});

test('a mention in a restricted forum reaches nobody who may not read it', async () => {
  const organisation = await anOrganisation();
  const [inside, outside] = [await aMember({ organisation }), await aMember({ organisation })];
  const space = await aSpace({ visibility: 'restricted' });
  await joinSpace(inside, space.id, 'observer');
  const reached = await readMentionedPersons(
    [to('organisation', `org-${organisation}`), to('person', outside.personId)],
    space.id
  );
  expect(reached).toEqual([inside.personId]);
});

test('who was let in through an organisation is reached while they may act for it, and no longer', async () => {
  const organisation = await anOrganisation();
  const [acts, ended] = [await aMember({ organisation }), await aMember({ organisation })];
  const space = await aSpace({ visibility: 'restricted' });
  for (const { personId } of [acts, ended])
    await db
      .insert(spaceMembers)
      .values({ spaceId: space.id, personId, role: 'member', through: organisation, createdAt: new Date() });
  await db
    .update(affiliations)
    .set({ endsAt: new Date(0) })
    .where(eq(affiliations.personId, ended.personId));
  const reached = await readMentionedPersons(
    [to('person', acts.personId), to('person', ended.personId)],
    space.id
  );
  expect(reached).toEqual([acts.personId]);
});
