/** The world of the matrix, made through the verbs before and between the starts of the house. Import it after DATA_DIR is set. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { recordLesson } from '#features/lessons/server/record-lesson.ts';
import { newLesson } from '#features/lessons/lessons.ts';
import { migrate } from '#lib/server/migrate.ts';
import { remember } from '#lib/server/remember.ts';
import { aText } from '#tests/lessons-world.ts';
import * as v from 'valibot';
import { nameFocalPoint } from '#features/clearance/server/name-focal-point.ts';
import { setClearanceRule } from '#features/clearance/server/set-clearance-rule.ts';
import type { Visibility } from '#features/spaces/spaces.ts';
import { aPlace, canaryOf } from './place.ts';
import { thePeople, type People } from './people.ts';
import type { Place } from './places.ts';

export async function openWorld(): Promise<{ people: People; open: Place; members: Place }> {
  await migrate();
  const people = await thePeople();
  await nameFocalPoint(people.author, { organisationId: people.ministry, personId: people.focal.personId });
  await setClearanceRule(people.author, {
    organisationId: people.ministry,
    hours: 700,
    atEnd: 'return',
    exemptsFocalPoints: false,
    spaceIds: []
  });
  return { people, open: await onePlace(people, 'public'), members: await onePlace(people, 'members') };
}

export const closePlace = (people: People): Promise<Place> => onePlace(people, 'restricted');

/** Nobody writes as much in a minute as the people of the matrix: what was counted of them is forgiven. */
function onePlace(people: People, seen: Visibility): Promise<Place> {
  remember('limiters', () => new Map()).clear();
  return aPlace(people, seen);
}

/** A lesson is everyone's, whatever it was drawn from; what it was drawn from is not. */
export async function aLessonFrom(people: People, { seen, thread }: Place): Promise<string> {
  const { id } = await recordLesson(
    people.author,
    v.parse(newLesson, aText({ title: `Lesson of a ${seen} thread` })),
    { kind: 'thread', id: thread, anchor: 'post-1', title: `Nurses ${canaryOf(seen, 'threadtitle')}` }
  );
  return id;
}

/** What moves by itself, or is of those who ask: sign-ins, what was seen, what is told, what is sent. */
const restless =
  /^(sqlite_|sign_ins|.*notif|mail|drafts|.*visit|.*cursor|.*read|search|seen|watches|.*limits|lesson)/;

/** One line a table: how many rows, and a hash of what they hold. */
export function digestOf(dataDir: string): string[] {
  const database = new Database(join(dataDir, 'palabre.sqlite'), { readonly: true });
  try {
    const tables = database
      .prepare(`select name from sqlite_master where type = 'table' order by name`)
      .pluck()
      .all() as string[];
    return tables
      .filter((name) => !restless.test(name))
      .map((name) => {
        const rows = database.prepare(`select * from "${name}"`).raw().all();
        const hash = createHash('sha256')
          .update(
            JSON.stringify(rows, (_, value) =>
              typeof value === 'bigint' ? String(value) : (value as unknown)
            )
          )
          .digest('hex');
        return `${name} ${rows.length} ${hash.slice(0, 16)}`;
      });
  } finally {
    database.close();
  }
}
