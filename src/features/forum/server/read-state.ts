import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import { db, type Tx } from '#lib/server/db.ts';
import type { ThreadState } from '../forum.ts';
import type { Acceptance, SupportState } from '../purposes.ts';
import { readAttributionState } from './attribution/read-attribution.ts';
import { acceptances } from './purpose-tables.ts';
import { supportRequests, supportSteps } from './support-tables.ts';
import { threadClosures } from './tables.ts';
import { closureView, type ThreadRow } from './views.ts';

/** A thread as a whole, for its page and its room: one query, and up to two more where its purpose asks for them. */
export async function readState(thread: ThreadRow, from: Tx = db): Promise<ThreadState> {
  const [closure] = await from
    .select()
    .from(threadClosures)
    .where(and(eq(threadClosures.threadId, thread.id), isNull(threadClosures.reopenedAt)));
  return {
    postsCount: thread.postsCount,
    closed: closureView(closure ?? null),
    tags: thread.tags ?? [],
    pinnedUntil: thread.pinnedUntil?.toISOString() ?? null,
    repliesOff: thread.repliesOffAt !== null,
    answer: thread.purpose === 'question' ? await readAcceptance(from, thread.id) : null,
    support: thread.purpose === 'support' ? await readSupport(from, thread.id) : null,
    attribution:
      thread.unattributedSince || thread.attributionLiftedAt
        ? await readAttributionState(from, thread.id)
        : null
  };
}

async function readAcceptance(from: Tx, threadId: string): Promise<Acceptance | null> {
  const [row] = await from
    .select()
    .from(acceptances)
    .where(and(eq(acceptances.threadId, threadId), isNull(acceptances.endedAt)))
    .orderBy(desc(acceptances.createdAt))
    .limit(1);
  return row
    ? { number: row.number, postId: row.postId, act: actOf(row), at: row.createdAt.toISOString() }
    : null;
}

async function readSupport(from: Tx, threadId: string): Promise<SupportState | null> {
  const [request] = await from.select().from(supportRequests).where(eq(supportRequests.threadId, threadId));
  if (!request) return null;
  const steps = await from
    .select()
    .from(supportSteps)
    .where(eq(supportSteps.threadId, threadId))
    .orderBy(asc(supportSteps.number));
  const { kind, country, dueAt, answeredAt, answeredNumber } = request;
  return {
    kind,
    country,
    steps: steps.map((step) => ({
      number: step.number,
      level: step.level,
      organisation: step.organisationId
        ? { id: step.organisationId, slug: step.organisationSlug ?? '', names: step.organisation ?? {} }
        : null,
      at: step.createdAt.toISOString(),
      by: step.personName,
      why: step.why,
      reason: step.reason
    })),
    dueAt: dueAt?.toISOString() ?? null,
    answered: answeredAt && answeredNumber ? { number: answeredNumber, at: answeredAt.toISOString() } : null
  };
}
