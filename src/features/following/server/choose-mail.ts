import { and, eq, isNotNull } from 'drizzle-orm';
import type * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { atomic, type Db } from '#lib/server/db.ts';
import type { mailInput } from '../following.ts';
import { mailDue } from '../mail-time.ts';
import { mailChoices } from './mail-tables.ts';
import { readStandings } from './read-dues.ts';
import { notifications } from './tables.ts';

/** Chooses when mails come. What waits to be told waits for the new moment; who wants none is sent none of it. */
export async function chooseMail(actor: Actor, input: v.InferOutput<typeof mailInput>): Promise<void> {
  const { personId } = mustBeSignedIn(actor);
  const now = new Date();
  const { quietFrom, quietUntil, locale = null, ...rest } = input;
  const quiet = quietFrom !== undefined && quietUntil !== undefined && quietFrom !== quietUntil;
  const chosen = {
    ...rest,
    quietFrom: quiet ? quietFrom : null,
    quietUntil: quiet ? quietUntil : null,
    locale,
    changedAt: now
  };
  await atomic(async (tx) => {
    await tx
      .insert(mailChoices)
      .values({ personId, ...chosen })
      .onConflictDoUpdate({ target: mailChoices.personId, set: chosen });
    await setDue(tx, personId, now);
  });
}

/** What waits to be told waits for the moment that the person's choices and zone now say. */
export async function setDue(from: Db, personId: string, now = new Date()): Promise<void> {
  const standing = (await readStandings(from, [personId])).get(personId);
  if (standing)
    await from
      .update(notifications)
      .set({ mailDueAt: mailDue(now, standing.zone, standing) })
      .where(and(eq(notifications.personId, personId), isNotNull(notifications.mailDueAt)));
}
