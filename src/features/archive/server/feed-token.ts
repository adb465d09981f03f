import { createHash, randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { readMember } from '#features/people/server/read-member.ts';
import { db } from '#lib/server/db.ts';
import { limit } from '#lib/server/limits.ts';
import { feedTokens } from './tables.ts';

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** Makes the person's one feed token, which only this answer tells; the one before opens nothing any more. */
export async function makeFeedToken(actor: Actor): Promise<{ token: string }> {
  const { personId } = mustBeSignedIn(actor);
  await limit('feed-token', personId, 20, 3600);
  const token = randomBytes(32).toString('base64url');
  const row = { personId, hash: hashOf(token), createdAt: new Date() };
  await db.insert(feedTokens).values(row).onConflictDoUpdate({ target: feedTokens.personId, set: row });
  return { token };
}

export async function endFeedToken(actor: Actor): Promise<void> {
  const { personId } = mustBeSignedIn(actor);
  await db.delete(feedTokens).where(eq(feedTokens.personId, personId));
}

/** Since when the person has one; null: none. */
export async function readFeedToken(actor: Actor): Promise<{ since: string } | null> {
  const { personId } = mustBeSignedIn(actor);
  const [row] = await db.select().from(feedTokens).where(eq(feedTokens.personId, personId));
  return row ? { since: row.createdAt.toISOString() } : null;
}

/** For whom a feed reader asks. Their rights are read anew each time; an unknown token is nobody's, and no error. */
export async function readFeedReader(actor: Actor, token: string | null): Promise<Actor> {
  if (!token || token.length > 100) return actor;
  const [row] = await db
    .select({ personId: feedTokens.personId })
    .from(feedTokens)
    .where(eq(feedTokens.hash, hashOf(token)));
  return (row && (await readMember(row.personId))) ?? actor;
}
