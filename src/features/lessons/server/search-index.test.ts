import { expect, it } from 'vitest';
import { guest } from '#features/people/people.ts';
import { aLesson } from '#tests/lessons-world.ts';
import { aMember } from '#tests/world.ts';
import { limits } from '../lessons.ts';
import { readSelection } from '../selection.ts';
import { searchLessons } from './search-lessons.ts';

it('the longest lesson that the form takes is found by its last word, in any script', async () => {
  const author = await aMember();
  for (const word of ['word ', 'служба ', '农村护士', 'الأدوية ']) {
    const text = `${word.repeat(Math.floor((limits.textLength - 20) / word.length))} zzlastword`;
    const { id } = await aLesson(author, {
      context: text,
      whatWasDone: text,
      whatHappened: text,
      recommendation: text,
      conditions: text
    });
    const { hits } = await searchLessons(guest, readSelection(new URLSearchParams('q=zzlastword')));
    expect(hits.map((hit) => hit.id)).toContain(id);
  }
});
