import { expect, test } from 'vitest';
import { newId } from '#lib/id.ts';
import { aMember, aSpace } from '#tests/world.ts';
import { compareBy, fitsSelection, readExperienceSelection, sorts } from '../experience-selection.ts';
import { readExperiences } from './read-experiences.ts';
import { shareExperience } from './share-experience.ts';
import { startThread } from './start-thread.ts';
import { withdrawPost } from './withdraw-post.ts';

const whole = readExperienceSelection(new URLSearchParams());

async function aToldCall() {
  const [space, member] = [await aSpace(), await aMember()];
  const { id } = await startThread(member, {
    spaceId: space.id,
    postId: newId(),
    title: 'What did you try?',
    body: 'One form each.',
    capacity: 'personal',
    purpose: 'call'
  });
  const told = [
    ['SN', 2022, 'worked'],
    ['ML', 2020, 'did_not_work'],
    ['CI', 2021, 'partly'],
    ['SN', 2019, 'partly'],
    ['CV', 2021, 'worked']
  ] as const;
  const posts = [];
  for (const [country, year, outcome] of told)
    posts.push(
      await shareExperience(member, {
        id: newId(),
        threadId: id,
        capacity: 'personal',
        country,
        year,
        outcome,
        measure: `Measure of ${country}`,
        account: '',
        evidence: '',
        contact: 'ask@us.example',
        contactKept: country === 'SN' ? true : undefined
      })
    );
  return { id, member, posts };
}

test('a member reads the contacts that are kept for members, a guest only those that are not', async () => {
  const { id, member } = await aToldCall();
  const contacts = async (actor: Parameters<typeof readExperiences>[0]) =>
    (await readExperiences(actor, id, whole)).rows.map(({ contact }) => contact !== '');
  expect(await contacts(member)).toEqual([true, true, true, true, true]);
  expect(await contacts({ kind: 'guest' })).toEqual([false, true, true, false, true]);
});

test('a window puts a row where the table itself has it, in every order and selection', async () => {
  const { id, member } = await aToldCall();
  const { rows: all } = await readExperiences(member, id, whole);
  for (const sort of sorts)
    for (const of of [{}, { country: 'SN' }, { outcome: 'partly' as const }]) {
      const selection = { ...whole, sort, ...of };
      const { rows, total } = await readExperiences(member, id, selection);
      const shown = all.filter((one) => fitsSelection(one, selection)).sort(compareBy(sort));
      expect([sort, of, rows.map(({ number }) => number)]).toEqual([
        sort,
        of,
        shown.map(({ number }) => number)
      ]);
      expect(total).toBe(shown.length);
    }
});

test('what was withdrawn leaves the table and its counts, and a long table has pages', async () => {
  const { id, member, posts } = await aToldCall();
  await withdrawPost(member, { id: posts[0].id, threadId: id, reason: null });
  const page = await readExperiences({ kind: 'guest' }, id, whole);
  expect([page.all, page.total, page.rows.length]).toEqual([4, 4, 4]);
  expect(page.countries).toContainEqual({ code: 'SN', count: 1 });
  const second = await readExperiences(member, id, { ...whole, rows: 2 }, 3);
  expect([second.total, second.rows.length]).toEqual([4, 1]);
});
