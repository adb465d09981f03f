import { and, asc, desc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Act, Actor } from '#features/people/people.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import { mayModerate } from '#features/spaces/server/may.ts';
import { isUnattributed } from '#features/people/unattributed.ts';
import { db, type Tx } from '#lib/server/db.ts';
import { sealable, type AttributionState, type AttributionView } from '../../attribution.ts';
import type { Purpose } from '../../purposes.ts';
import { findThread } from '../find-thread.ts';
import { chathamRules, sealedActs } from '../attribution-tables.ts';
import type { PostRow } from '../views.ts';

type RuleRow = typeof chathamRules.$inferSelect;

const stateOf = (rule: RuleRow): AttributionState => ({
  since: rule.startedAt.toISOString(),
  keeper: rule.keeperName,
  lifted: rule.endedAt && {
    at: rule.endedAt.toISOString(),
    by: rule.endedByName ?? '',
    reason: rule.endReason ?? ''
  }
});

/** The Rule in a thread as it stands: in force, or lifted last. */
export async function readAttributionState(from: Tx, threadId: string): Promise<AttributionState | null> {
  const [rule] = await from
    .select()
    .from(chathamRules)
    .where(eq(chathamRules.threadId, threadId))
    .orderBy(desc(chathamRules.startedAt))
    .limit(1);
  return rule ? stateOf(rule) : null;
}

/** The page of the Rule in a thread: when it held, the first time first, and what the reader may do. Refuses not-found. */
export async function readAttribution(actor: Actor, threadId: string): Promise<AttributionView> {
  const { thread, space } = await findThread(actor, threadId);
  const rules = await db
    .select()
    .from(chathamRules)
    .where(eq(chathamRules.threadId, threadId))
    .orderBy(asc(chathamRules.startedAt));
  const moderates = mayModerate(actor, space);
  return {
    thread: { id: thread.id, title: thread.subject, lang: thread.lang, dir: thread.dir },
    space: { slug: space.slug, titles: space.titles },
    periods: rules.map((rule) => ({ ...stateOf(rule), startedBy: rule.startedByName })),
    may: {
      hold: moderates && !thread.unattributedSince && sealable.includes(thread.purpose),
      lift: moderates && thread.unattributedSince !== null,
      keep: actor.kind === 'member' && rules.some(({ keeperId }) => keeperId === actor.personId)
    }
  };
}

/** The Rule under which a thread begins in this space now, without its own id; null when there is none. */
export async function readSpaceRule(
  tx: Tx,
  spaceId: string,
  purpose: Purpose
): Promise<Omit<RuleRow, 'id'> | null> {
  if (!sealable.includes(purpose)) return null;
  const [rule] = await tx
    .select()
    .from(chathamRules)
    .where(
      and(eq(chathamRules.spaceId, spaceId), isNull(chathamRules.threadId), isNull(chathamRules.endedAt))
    );
  if (!rule) return null;
  const { id: _, ...rest } = rule;
  return rest;
}

/** Who wrote a sealed post, told to nobody but them (and to who speaks now for whom they spoke); else null. */
export async function readSealedAuthor(actor: Actor, post: PostRow): Promise<Act | null> {
  if (!isUnattributed(post) || actor.kind !== 'member') return null;
  const [act] = await db
    .select()
    .from(sealedActs)
    .where(and(eq(sealedActs.postId, post.id), eq(sealedActs.deed, 'posted'), isTheirs(actor)));
  return act ? actOf(act) : null;
}

/** Which of these posts are the reader's own though their author is sealed. One query, and none where nothing is sealed. */
export async function readOwnSealed(actor: Actor, posts: PostRow[]): Promise<string[]> {
  const sealed = posts.filter(isUnattributed).map(({ id }) => id);
  if (sealed.length === 0 || actor.kind !== 'member') return [];
  const rows = await db
    .select({ postId: sealedActs.postId })
    .from(sealedActs)
    .where(and(inArray(sealedActs.postId, sealed), eq(sealedActs.deed, 'posted'), isTheirs(actor)));
  return rows.map(({ postId }) => postId);
}

/** Whether this person wrote that sealed post: a reply that is sent twice must be known again. */
export async function isSealedBy(personId: string, post: Pick<PostRow, 'id' | 'personId'>): Promise<boolean> {
  if (!isUnattributed(post)) return false;
  const rows = await db
    .select({ id: sealedActs.id })
    .from(sealedActs)
    .where(
      and(eq(sealedActs.postId, post.id), eq(sealedActs.deed, 'posted'), eq(sealedActs.personId, personId))
    );
  return rows.length > 0;
}

/** As `speaksFor`: a personal act is its author's, an organisation's is for whoever speaks for it now. */
const isTheirs = (actor: Extract<Actor, { kind: 'member' }>) =>
  or(
    and(eq(sealedActs.capacity, 'personal'), eq(sealedActs.personId, actor.personId)),
    and(
      eq(sealedActs.capacity, 'organisation'),
      inArray(sealedActs.organisationId, ['', ...actor.capacities.map(({ value }) => value)])
    )
  );
