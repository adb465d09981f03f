import { eq } from 'drizzle-orm';
import { briefs } from '#features/briefs/server/tables.ts';
import { spaces } from '#features/spaces/server/tables.ts';
import { atomic } from '#lib/server/db.ts';
import { before, day, type World } from './world.ts';

/**
 * Opening a forum and starting a brief take no moment from outside: nobody may date them in life. In the demo they
 * happened before what stands in them, so their rows are dated here, in the one place that does so.
 */
export async function backdate({ now }: World, spaceIds: Iterable<string>, briefIds: Iterable<string>): Promise<void> {
  await atomic(async (tx) => {
    let days = 62;
    for (const id of spaceIds) await tx.update(spaces).set({ createdAt: before(now, (days -= 8) * day) }).where(eq(spaces.id, id));
    days = 6;
    for (const id of briefIds) await tx.update(briefs).set({ createdAt: before(now, (days += 3) * day) }).where(eq(briefs.id, id));
  });
}
