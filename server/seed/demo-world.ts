import type { Origin } from '#features/lessons/lessons.ts';
import { persons } from '#features/people/server/tables.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import { backdate } from './backdate.ts';
import { seedBriefs } from './briefs.ts';
import { seedSpaces, seedThreads } from './forums.ts';
import { seedLessons } from './lessons.ts';
import { seedPeople } from './people.ts';
import { seedSessions } from './sessions.ts';
import { heldSession } from './texts/sessions.ts';

export { demoSignIns } from './sign-ins.ts';

/** Whether nobody is here yet. */
export const isEmpty = async (): Promise<boolean> =>
  (await db.select({ id: persons.id }).from(persons).limit(1)).length === 0;

/**
 * Fills an empty database with the demo world, told from `now`, through the verbs that the pages use. All of it is
 * made up and labelled so. Refuses conflict `not-empty`.
 */
export async function seedDemoWorld(now = new Date()): Promise<void> {
  if (!(await isEmpty())) throw new Refusal('conflict', 'not-empty');
  const world = await seedPeople(now);
  const spaces = await seedSpaces(world);
  const threads = await seedThreads(world, spaces);
  const sessions = await seedSessions(world);
  const briefs = await seedBriefs(world);
  await seedLessons(world, originsOf(threads, sessions.held));
  await backdate(world, spaces.values(), briefs.values());
}

/** Which lessons grew out of what was said, by the lesson's title. */
function originsOf(threads: Map<string, string>, held: string): Map<string, Origin> {
  const title = 'Gratuité ciblée : qui paie la structure, et quand ?';
  const post = (number: number): Origin => ({
    kind: 'thread',
    id: threads.get(title)!,
    anchor: `post-${number}`,
    title
  });
  const session: Origin = { kind: 'session', id: held, anchor: null, title: heldSession.title };
  return new Map([
    ['Mesurer le délai de remboursement étape par étape', post(13)],
    ['Two days with an auditor turned grants into repairs', post(42)],
    ['Une avance trimestrielle plafonnée évite les ruptures', session],
    ['Gratuité décidée sans les associations\u202f: elles se sont éteintes', session]
  ]);
}
