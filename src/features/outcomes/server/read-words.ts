import { eq } from 'drizzle-orm';
import { organisations } from '#features/people/server/tables.ts';
import type { SessionRow } from '#features/sessions/server/list-parts.ts';
import { dirOf, langOf } from '#lib/dir.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import { isCountry } from '#lib/vocab/countries.ts';
import type { OutcomeKind, Responsible } from '../outcomes.ts';

interface Typed {
  text: string;
  lang: string;
  who?: string;
  whoName?: string;
  by?: string;
}

/**
 * What was typed about an outcome, as it is kept. An action says who does it and by when, and that is not before the session's day.
 * Refuses `who-missing`, `who-unknown`, `date-missing`, `date-past`.
 */
export async function readWords(tx: Tx, session: SessionRow, kind: OutcomeKind, typed: Typed) {
  const who = await readResponsible(tx, typed);
  if (kind === 'action' && !who) throw new Refusal('invalid', 'who-missing', 'who');
  if (kind === 'action' && !typed.by) throw new Refusal('invalid', 'date-missing', 'by');
  if (typed.by && typed.by < dayIn(session.startsAt, session.timezone))
    throw new Refusal('invalid', 'date-past', 'by');
  return {
    text: typed.text,
    lang: langOf(typed.text, typed.lang),
    dir: dirOf(typed.text),
    who,
    byDay: typed.by ?? null
  };
}

async function readResponsible(tx: Tx, { who, whoName }: Typed): Promise<Responsible | null> {
  const [kind, code] = who?.split(':') ?? [];
  if (kind === 'country' && isCountry(code)) return { kind, code };
  if (kind === 'organisation') {
    const [row] = await tx
      .select({ id: organisations.id, slug: organisations.slug, names: organisations.names })
      .from(organisations)
      .where(eq(organisations.id, code));
    if (row) return { kind, ...row };
  }
  if (who) throw new Refusal('invalid', 'who-unknown', 'who');
  return whoName ? { kind: 'named', name: whoName, dir: dirOf(whoName) } : null;
}

/** The day of a moment where the session is. */
const dayIn = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    at
  );
