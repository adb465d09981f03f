/** What tests and measurements need of the demo world in a running process. */
import { join } from 'node:path';
import Database from 'better-sqlite3';

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
export const longThread = (dataDir: string): string => rows<{ id: string }>(dataDir, 'select id from threads order by posts_count desc limit 1')[0].id;
