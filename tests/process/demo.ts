/** What tests and measurements need of the demo world in a running process. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { SCHEMA_VERSION } from '#features/briefs/briefs.ts';

export const password = 'palaver-tree-demo';

/** Signs in through the form, as a browser would, and returns the cookie. */
export async function signIn(origin: string, email: string): Promise<string> {
  const answer = await fetch(`${origin}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ email, password })
  });
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('palabre_sign_in='));
  if (!cookie) throw new Error(`no sign-in for ${email}: ${answer.status}`);
  return cookie.split(';')[0];
}

/** Reads rows from the database file beside the process; never writes. */
export function rows<T>(dataDir: string, sql: string, ...params: unknown[]): T[] {
  const database = new Database(join(dataDir, 'palabre.sqlite'), { readonly: true });
  try {
    return database.prepare(sql).all(...params) as T[];
  } finally {
    database.close();
  }
}

/** The thread of fifty replies. */
export const longThread = (dataDir: string): string =>
  rows<{ id: string }>(dataDir, 'select id from threads order by posts_count desc limit 1')[0].id;

/** A brief that ministry.sn@ may edit. */
export const openBrief = (dataDir: string): { id: string; generation: string } =>
  rows<{ id: string; generation: string }>(
    dataDir,
    `select b.id, b.generation from briefs b join persons p on p.email = 'ministry.sn@demo.palabre.example' where b.act_person_id = p.id
       or exists (select 1 from brief_roles r where r.brief_id = b.id and r.role = 'edit' and r.subject_id = p.id) order by b.id limit 1`
  )[0];

/** Where a brief's document is edited, as a client with today's schema. */
export const documentAddress = (origin: string, brief: { id: string; generation: string }): string =>
  `${origin.replace('http', 'ws')}/yjs/brief/${brief.id}?schema=${SCHEMA_VERSION}&ack=1&generation=${brief.generation}`;
