/**
 * `a-meeting.ts PEOPLE`: a live session with that many people in it, of a ministry of each Member State, written
 * straight into a database for measurements and for the test that kills the process. Prints it as one line of JSON.
 */
import '../../server/session-parts.ts';
import { reindex } from '../../server/reindex.ts';
import { joinSession } from '../../src/features/attendance/server/join-session.ts';
import { startSignIn } from '../../src/features/people/server/start-sign-in.ts';
import { aSession } from '../../src/features/sessions/server/test-world.ts';
import { memberStates } from '../../src/lib/vocab/countries.ts';
import { store } from '../../src/lib/server/db.ts';
import { migrate } from '../../src/lib/server/migrate.ts';
import { aMember, anOrganisation } from '../world.ts';

const people = Number(process.argv[2]);
await migrate();
const countries = memberStates.map(({ alpha2 }) => alpha2);
const { id, chair } = await aSession({ live: true });
const ministries = await Promise.all(countries.map((country) => anOrganisation({ country })));
const members: { personId: string; token: string; capacity: string }[] = [];
for (let n = 0; n < people; n++) {
  const capacity = ministries[n % ministries.length];
  const member = await aMember({ organisation: capacity, country: countries[n % countries.length] });
  await joinSession(member, { session: id, capacity });
  members.push({ personId: member.personId, token: member.token, capacity });
}
await reindex();
const { token } = await startSignIn(chair.personId, null);
console.log(
  JSON.stringify({
    session: id,
    chair: { personId: chair.personId, token, capacity: chair.actingAs },
    members
  })
);
await store().close();
