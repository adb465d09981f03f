import { and, desc, eq, gt } from 'drizzle-orm';
import { db } from '#lib/server/db.ts';
import type { Actor } from '../people.ts';
import { mustBeSignedIn } from './read-act.ts';
import { signIns } from './tables.ts';

export interface SignInView {
  id: string;
  userAgent: string | null;
  createdAt: Date;
  expiresAt: Date;
  /** The one that asks. */
  here: boolean;
}

/** One's own sign-ins that still live, newest first. The id is a hash of a token, not a token. */
export async function listSignIns(actor: Actor, now = new Date()): Promise<SignInView[]> {
  const member = mustBeSignedIn(actor);
  const rows = await db
    .select({
      id: signIns.id,
      userAgent: signIns.userAgent,
      createdAt: signIns.createdAt,
      expiresAt: signIns.expiresAt
    })
    .from(signIns)
    .where(and(eq(signIns.personId, member.personId), gt(signIns.expiresAt, now)))
    .orderBy(desc(signIns.createdAt));
  return rows.map((row) => ({ ...row, here: row.id === member.signInId }));
}
