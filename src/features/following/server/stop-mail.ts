import { and, eq, isNotNull } from 'drizzle-orm';
import { atomic } from '#lib/server/db.ts';
import { usual } from '../mail-time.ts';
import { mailChoices } from './mail-tables.ts';
import { mustBeOurs } from './read-stop.ts';
import type { Stop } from './seal.ts';
import { notifications, watches } from './tables.ts';

/** Stops what the link of a mail names: one click, no sign-in (RFC 8058). Again is as once. Refuses not-found. */
export async function stopMail(token: string): Promise<Stop['scope']> {
  const { scope, personId, id } = await mustBeOurs(token);
  const now = new Date();
  await atomic(async (tx) => {
    if (scope === 'all') {
      const none = { rhythm: 'none' as const, changedAt: now };
      await tx
        .insert(mailChoices)
        .values({ personId, ...usual, ...none })
        .onConflictDoUpdate({ target: mailChoices.personId, set: none });
    } else {
      const nothing = { level: 'nothing' as const, chosenAt: now };
      await tx
        .insert(watches)
        .values({ personId, kind: scope, objectId: id, ...nothing, createdAt: now })
        .onConflictDoUpdate({ target: [watches.personId, watches.kind, watches.objectId], set: nothing });
    }
    // What waits already is not sent either.
    await tx
      .update(notifications)
      .set({ mailDueAt: null })
      .where(
        and(
          eq(notifications.personId, personId),
          isNotNull(notifications.mailDueAt),
          scope === 'thread' ? eq(notifications.threadId, id) : undefined,
          scope === 'space' ? eq(notifications.spaceId, id) : undefined
        )
      );
  });
  return scope;
}
