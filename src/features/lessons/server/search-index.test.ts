import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { guest } from '#features/people/people.ts';
import { aLesson } from '#tests/lessons-world.ts';
import { aMember } from '#tests/world.ts';
import { limits } from '../lessons.ts';
import { readSelection } from '../selection.ts';
import { searchLessons } from './search-lessons.ts';

it.each(['sqlite', 'postgres'])('the migrations of %s make the full-text index, word for word', (dialect) => {
  const statements = readFileSync(`drizzle/search.${dialect}.sql`, 'utf8').split('--> statement-breakpoint');
  const migrations = globSync(`drizzle/${dialect}/*.sql`)
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  expect(statements).toHaveLength(2);
  for (const statement of statements) expect(migrations).toContain(statement.trim());
});

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
