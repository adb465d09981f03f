import type { Actor } from '#features/people/people.ts';
import type { Direction } from '#lib/dir.ts';
import { renderKept } from '#lib/server/markdown.ts';
import { appealable, type ActKind, type Category, type Outcome, type Role } from '../moderation.ts';
import type { ActRow } from './append-act.ts';
import { findAct, hasAnother } from './find-act.ts';

/** An act as those see it whom it concerns: what, in which role, why; never by name. */
export interface ActFacts {
  id: string;
  kind: ActKind;
  category: Category | null;
  reason: string | null;
  role: Role;
  at: string;
  until: string | null;
}

export interface ActView extends ActFacts {
  /** The thread that it is about, when it is not one post. */
  threadId: string | null;
  /** The text that it is about, for its author and for who moderates. */
  post: { html: string; lang: string; dir: Direction; threadId: string; number: number } | null;
  appeal: {
    words: string;
    at: string;
    decided: { outcome: Outcome; at: string; role: Role; answer: string | null } | null;
  } | null;
  own: boolean;
  may: { appeal: boolean; decide: boolean };
}

export const factsOf = (act: ActRow): ActFacts => ({
  id: act.id,
  kind: act.kind,
  category: act.category,
  reason: act.reason,
  role: act.role,
  at: act.createdAt.toISOString(),
  until: act.until?.toISOString() ?? null
});

export async function readModerationAct(actor: Actor, id: string): Promise<ActView> {
  const { act, appeal, post, own, role } = await findAct(actor, id);
  const open = appeal !== null && appeal.decidedAt === null;
  const sameEyes = actor.kind === 'member' && act.personId === actor.personId;
  return {
    ...factsOf(act),
    threadId: act.threadId,
    post: post && {
      html: renderKept(`${post.id}:${post.revision}`, post.body),
      lang: post.lang,
      dir: post.dir,
      threadId: post.threadId,
      number: post.number
    },
    appeal: appeal && {
      words: appeal.words,
      at: appeal.createdAt.toISOString(),
      decided:
        appeal.decidedAt && appeal.outcome
          ? {
              outcome: appeal.outcome,
              at: appeal.decidedAt.toISOString(),
              role: appeal.decidedAs ?? 'moderator',
              answer: appeal.answer
            }
          : null
    },
    own,
    may: {
      appeal: own && !appeal && appealable.includes(act.kind),
      decide:
        open &&
        !own &&
        role !== null &&
        !(sameEyes && (await hasAnother(act.spaceId, { decider: act.personId, subject: act.subjectId })))
    }
  };
}
