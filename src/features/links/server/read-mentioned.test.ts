import { expect, test } from 'vitest';
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
