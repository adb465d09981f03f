import { and, asc, inArray, isNull, lte } from 'drizzle-orm';
import { newId } from '#lib/id.ts';
import { atomic, db } from '#lib/server/db.ts';
import { grouped } from './audience/audience.ts';
import { outgoingMails } from './mail-tables.ts';
import { readStandings } from './read-dues.ts';
import { notifications } from './tables.ts';

/** Notifications taken in one go; and how many at once make one mail even for who wants each alone (after quiet hours). */
const most = 500;
const alone = 5;

interface Mail {
  personId: string;
  kind: 'one' | 'digest';
  its: { id: string; seq: number }[];
}

/**
 * Puts a mail on its way for what is due: one for each notification, or one digest a person. Both stand in one
 * transaction with the mark that it is queued, so that nothing is queued twice or forgotten.
 */
export async function queueMails(now = new Date()): Promise<number> {
  const due = await db
    .select({ id: notifications.id, personId: notifications.personId, seq: notifications.seq })
    .from(notifications)
    .where(lte(notifications.mailDueAt, now))
    .orderBy(asc(notifications.mailDueAt), asc(notifications.personId))
    .limit(most);
  if (due.length === 0) return 0;
  const standings = await readStandings(db, [...new Set(due.map(({ personId }) => personId))]);
  const mails = [...grouped(due, ({ personId }) => personId)].flatMap(([personId, its]): Mail[] =>
    standings.get(personId)?.rhythm === 'immediate' && its.length <= alone
      ? its.map((one) => ({ personId, kind: 'one', its: [one] }))
      : [{ personId, kind: 'digest', its }]
  );
  await atomic(async (tx) => {
    for (const { personId, kind, its } of mails) {
      const id = newId();
      await tx.insert(outgoingMails).values({
        id,
        once: `${personId} ${Math.min(...its.map(({ seq }) => seq))}`,
        personId,
        kind,
        attempts: 0,
        dueAt: now,
        createdAt: now
      });
      await tx
        .update(notifications)
        .set({ mailId: id, mailDueAt: null })
        .where(
          and(
            inArray(
              notifications.id,
              its.map(({ id }) => id)
            ),
            isNull(notifications.mailId)
          )
        );
    }
  });
  return mails.length;
}
