import { and, eq, isNull } from 'drizzle-orm';
import { persons } from '#features/people/server/tables.ts';
import { db } from '#lib/server/db.ts';
import type { Mail } from '#lib/server/mail.ts';
import type { Tongue } from '../words.ts';
import type { Reader } from './letter.ts';
import { readRows, type Row } from './list-notifications.ts';
import { mailChoices } from './mail-tables.ts';
import { readable, readReader } from './rights.ts';
import { notifications } from './tables.ts';
import { writeDigest } from './write-digest.ts';
import { writeOne } from './write-one.ts';

export type Dropped = { dropped: 'nothing' | 'no-address' };

/** The most rows that one mail is written from. */
const most = 500;

/**
 * Writes a mail now, of what its reader may read now and has not read: what was lost, read or silenced since it was
 * queued is not in it, and when nothing is left there is no mail.
 */
export async function writeMail(
  { id, personId, kind }: { id: string; personId: string; kind: 'one' | 'digest' },
  now: Date
): Promise<Mail | Dropped> {
  const [person] = await db
    .select({
      email: persons.email,
      zone: persons.timezone,
      own: persons.locale,
      chosen: mailChoices.locale,
      rhythm: mailChoices.rhythm
    })
    .from(persons)
    .leftJoin(mailChoices, eq(mailChoices.personId, persons.id))
    .where(eq(persons.id, personId));
  if (!person?.email) return { dropped: 'no-address' };
  if (person.rhythm === 'none') return { dropped: 'nothing' };
  const rows = await readTold(id, personId);
  if (rows.length === 0) return { dropped: 'nothing' };
  const reader: Reader = {
    personId,
    locale: tongue(person.chosen ?? person.own),
    zone: person.zone ?? 'UTC'
  };
  const written =
    kind === 'one' && rows.length === 1
      ? await writeOne(reader, rows[0])
      : await writeDigest(reader, rows, now);
  return { to: person.email, ...written };
}

const tongue = (locale: string | null): Tongue =>
  locale === 'fr' || locale === 'ar' || locale === 'en' ? locale : 'en';

/** The unread notifications that a mail tells of and its reader may read now. */
async function readTold(mailId: string, personId: string): Promise<Row[]> {
  return readRows(
    and(
      eq(notifications.mailId, mailId),
      eq(notifications.personId, personId),
      isNull(notifications.readAt),
      readable(await readReader(personId, db))
    ),
    most
  );
}
