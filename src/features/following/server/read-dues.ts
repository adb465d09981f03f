import { eq, inArray } from 'drizzle-orm';
import { persons } from '#features/people/server/tables.ts';
import type { Db } from '#lib/server/db.ts';
import { mailDue, usual, type MailChoices } from '../mail-time.ts';
import { distinct } from './audience/audience.ts';
import { mailChoices } from './mail-tables.ts';

/** What is asked of many people at once: parts of a list that a statement of either database may hold. */
const atOnce = 1000;

export interface MailStanding extends MailChoices {
  zone: string;
  /** Without one no mail goes, and nothing waits for it. */
  email: string | null;
}

/** How each of these people wants mails. */
export async function readStandings(from: Db, personIds: string[]): Promise<Map<string, MailStanding>> {
  const standings = new Map<string, MailStanding>();
  for (let start = 0; start < personIds.length; start += atOnce) {
    const rows = await from
      .select({ id: persons.id, email: persons.email, timezone: persons.timezone, choices: mailChoices })
      .from(persons)
      .leftJoin(mailChoices, eq(mailChoices.personId, persons.id))
      .where(inArray(persons.id, personIds.slice(start, start + atOnce)));
    for (const { id, email, timezone, choices } of rows)
      standings.set(id, { ...usual, ...choices, zone: timezone ?? 'UTC', email });
  }
  return standings;
}

/**
 * When a mail should tell of each of these (null: none should). Whoever has no sign-in, like the sender of an imported
 * mail, is nobody to be told: their lines are left out.
 */
export async function readDues<T extends { personId: string; createdAt: Date }>(
  from: Db,
  found: T[],
  now = new Date()
): Promise<{ notices: T[]; dues: (Date | null)[] }> {
  const standings = await readStandings(from, distinct(found.map(({ personId }) => personId)));
  const notices = found.filter(({ personId }) => standings.get(personId)?.email);
  // Many hear of one fact, and most want their mails at the same hour: a clock is looked at once for all of them.
  const known = new Map<string, Date | null>();
  const dues = notices.map(({ personId, createdAt }) => {
    const { email: _, ...standing } = standings.get(personId)!;
    const at = createdAt > now ? now : createdAt;
    const key = `${at.getTime()} ${Object.values(standing).join(' ')}`;
    if (!known.has(key)) known.set(key, mailDue(at, standing.zone, standing));
    return known.get(key)!;
  });
  return { notices, dues };
}
