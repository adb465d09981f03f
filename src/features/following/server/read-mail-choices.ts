import { eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { db } from '#lib/server/db.ts';
import { usual } from '../mail-time.ts';
import { mailChoices } from './mail-tables.ts';
import { readStandings, type MailStanding } from './read-dues.ts';

/** What one chose, for one's settings; what is usual where nothing was. */
export async function readMailChoices(actor: Actor): Promise<MailStanding & { locale: string | null }> {
  const { personId } = mustBeSignedIn(actor);
  const [standings, rows] = await Promise.all([
    readStandings(db, [personId]),
    db.select({ locale: mailChoices.locale }).from(mailChoices).where(eq(mailChoices.personId, personId))
  ]);
  return {
    ...(standings.get(personId) ?? { ...usual, zone: 'UTC', email: null }),
    locale: rows[0]?.locale ?? null
  };
}
