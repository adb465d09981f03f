import { expect, it } from 'vitest';
import { guest } from '#features/people/people.ts';
import { aMember, aSpace, joinSpace } from '#tests/world.ts';
import { readModerates } from './read-moderates.ts';

it('only who moderates somewhere, and who administers the house, has a queue', async () => {
  const [member, moderator] = [await aMember(), await aMember()];
  const space = await aSpace();
  await joinSpace(member, space.id);
  await joinSpace(moderator, space.id, 'moderator');
  expect(await readModerates(guest)).toBe(false);
  expect(await readModerates(member)).toBe(false);
  expect(await readModerates(moderator)).toBe(true);
  expect(await readModerates({ ...member, administrator: true })).toBe(true);
});
