/**
 * `crowd.ts DATABASE PEOPLE THREADS`: people with sign-ins, and threads of one public forum, written straight into a
 * database for the measurements that need more of them than a form would make in time. Prints them as one line of JSON.
 */
import { migrate } from '../src/lib/server/migrate.ts';
import { startThread } from '../src/features/forum/server/start-thread.ts';
import { reindex } from '../server/reindex.ts';
import { newId } from '../src/lib/id.ts';
import { store } from '../src/lib/server/db.ts';
import { aMember, anOrganisation, aSpace } from '../tests/world.ts';

const [people, threads] = process.argv.slice(2).map(Number);
await migrate();
const space = await aSpace();
const organisation = await anOrganisation();
const tokens: string[] = [];
for (let i = 0; i < people; i++) tokens.push((await aMember({ organisation })).token);
const opener = await aMember();
const ids: string[] = [];
for (let i = 0; i < threads; i++) {
  const { id } = await startThread(
    opener,
    {
      spaceId: space.id,
      postId: newId(),
      title: `Measured ${i}`,
      body: 'What did you try?',
      capacity: 'personal'
    },
    { at: new Date() }
  );
  ids.push(id);
}
// What was written past the verbs is put into the index now, and not while somebody measures.
await reindex();
console.log(
  JSON.stringify({ tokens, threads: ids, organisation, space: { id: space.id, slug: space.slug } })
);
await store().close();
