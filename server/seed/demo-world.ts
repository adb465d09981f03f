import type { Origin } from '#features/lessons/lessons.ts';
import { persons } from '#features/people/server/tables.ts';
import { Refusal } from '#lib/refusal.ts';
import { dialect } from '#lib/server/columns.ts';
import { db, store } from '#lib/server/db.ts';
import { backdate } from './backdate.ts';
import { seedBriefs } from './briefs.ts';
import { seedCopies } from './copies.ts';
import { seedCommunities } from './communities.ts';
import { seedSpaces, seedThreads } from './forums.ts';
import { seedFollowing } from './following.ts';
import { seedLessons } from './lessons.ts';
import { seedDelegations } from './delegations.ts';
import { seedModeration } from './moderation.ts';
import { seedPeople } from './people.ts';
import { seedPlanning } from './planning.ts';
import { seedPositions } from './positions.ts';
import { seedPurposes } from './purposes.ts';
import { showText } from './outcomes.ts';
import { seedSessions } from './sessions.ts';
import { heldSession } from './texts/sessions.ts';
import { seedQuestions } from './questions.ts';

export { demoSignIns } from './sign-ins.ts';

/** Whether nobody is here yet. */
export const isEmpty = async (): Promise<boolean> =>
  (await db.select({ id: persons.id }).from(persons).limit(1)).length === 0;

/**
 * Fills an empty database with the demo world, told from `now`, through the verbs that the pages use. All of it is
 * made up and labelled so. Refuses conflict `not-empty`; conflict `demo-unfinished` when an earlier filling was
 * interrupted (it is many transactions), for half a world is no world to show.
 */
export async function seedDemoWorld(now = new Date()): Promise<void> {
  if (await isUnfinished()) throw new Refusal('conflict', 'demo-unfinished');
  if (!(await isEmpty())) throw new Refusal('conflict', 'not-empty');
  await mark(1);
  const world = await seedPeople(now);
  const spaces = await seedSpaces(world);
  const threads = await seedThreads(world, spaces);
  await seedPurposes(world, spaces, threads);
  const communities = await seedCommunities(world);
  const sessions = await seedSessions(world);
  await seedPlanning(world);
  await seedDelegations(world, sessions);
  await seedQuestions(world, sessions);
  const briefs = await seedBriefs(world);
  await showText(world, sessions.live, briefs);
  await seedPositions(world, spaces, threads);
  await seedCopies(world, spaces);
  await seedModeration(world, threads);
  await seedLessons(world, originsOf(threads, sessions.held));
  await backdate(world, [...spaces.values(), ...communities], briefs.values());
  await seedFollowing(world, spaces);
  await mark(0);
}

/** Whether the demo world was begun and not ended. SQLite keeps it in a number that is the application's to use. */
export const isUnfinished = async (): Promise<boolean> =>
  dialect === 'sqlite' && (await store().raw('select user_version from pragma_user_version'))[0][0] === 1;

async function mark(unfinished: 0 | 1): Promise<void> {
  if (dialect === 'sqlite') await store().raw(`pragma user_version = ${unfinished}`);
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
