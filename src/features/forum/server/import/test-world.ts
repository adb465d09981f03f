/** Mailing lists for tests: messages, archives and a forum to import them into. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asc, eq } from 'drizzle-orm';
import { db } from '#lib/server/db.ts';
import { aMember, aSpace } from '#tests/world.ts';
import { posts, threads } from '../tables.ts';

export const folder = mkdtempSync(join(tmpdir(), 'palabre-mbox-'));
let files = 0;
/** A file with this content. */
export function aFile(content: string | Buffer, name = 'list.mbox'): string {
  const path = join(folder, `${(files += 1)}-${name}`);
  writeFileSync(path, content);
  return path;
}

interface Mail {
  id?: string;
  from?: string;
  subject?: string;
  body?: string;
  answers?: string;
  references?: string;
  at?: string;
  headers?: string[];
}
let clock = Date.UTC(2019, 4, 6, 8);
/** One message of an mbox, a minute after the one before. */
export function mail({
  id,
  from = 'Rosa Pinto <rosa@list.example>',
  subject = 'Zone allowance',
  body = 'What did you do?',
  answers,
  references,
  at,
  headers = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit']
}: Mail): string {
  clock += 60_000;
  const date = at ? new Date(at) : new Date(clock);
  const stamp = date.toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) (\S+) GMT$/, '$1 $3 $2 $5 $4');
  return [
    `From somebody@list.example ${stamp}`,
    `From: ${from}`,
    `Date: ${date.toUTCString()}`,
    `Subject: ${subject}`,
    ...(id ? [`Message-ID: <${id}>`] : []),
    ...(answers ? [`In-Reply-To: <${answers}>`] : []),
    ...(references ? [`References: ${references}`] : []),
    ...headers,
    '',
    body,
    '',
    ''
  ].join('\n');
}

/** An empty forum, somebody who may import into it, and a look at what is in it. */
export async function aForum() {
  const administrator = await aMember({ administrator: true });
  const space = await aSpace();
  const read = async () => ({
    threads: await db
      .select()
      .from(threads)
      .where(eq(threads.spaceId, space.id))
      .orderBy(asc(threads.createdAt)),
    posts: await db
      .select()
      .from(posts)
      .where(eq(posts.spaceId, space.id))
      .orderBy(asc(posts.threadId), asc(posts.number))
  });
  return { administrator, slug: space.slug, read };
}
