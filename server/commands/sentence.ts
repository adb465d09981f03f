import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { Refusal } from '#lib/refusal.ts';
import { isDiskFull } from '#lib/server/db.ts';
import { SettingError } from '#lib/server/env.ts';
import { NewerDatabase } from '#lib/server/migrate.ts';
import { Stopped } from './command.ts';

/** What an operator can act on is one sentence; anything else is a fault and keeps its stack. */
export function sentenceOf(fault: unknown): string {
  if (fault instanceof Refusal)
    return refusalSentence(fault.reason) ?? refusalSentence(fault.code) ?? fault.message;
  if (fault instanceof Stopped || fault instanceof SettingError || fault instanceof NewerDatabase)
    return fault.message;
  if (fault instanceof v.ValiError) return `This is not valid: ${fault.message}.`;
  if (isDiskFull(fault)) return 'The disk is full; nothing of the last step was kept.';
  const { code, message, stack } = fault as NodeJS.ErrnoException;
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED')
    return 'The database is busy: another program has been writing for more than five seconds. Try again.';
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT')
    return 'The database file is not a SQLite database, or is damaged; set DATABASE_URL to the right file, or restore a backup.';
  if (code && ['EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'SQLITE_CANTOPEN', 'SQLITE_READONLY'].includes(code))
    return `A file or folder cannot be opened or written (${code}: ${message}).`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
    return 'The database server does not answer; check DATABASE_URL.';
  return stack ?? String(fault);
}

/** The English sentence of a refusal, out of the file that the pages' texts are compiled from. */
function refusalSentence(reason: string): string | undefined {
  const texts = JSON.parse(readFileSync('messages/en/refusals.json', 'utf8')) as Record<string, string>;
  return texts[`refusal_${reason.replaceAll('-', '_')}`];
}
