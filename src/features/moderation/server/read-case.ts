import { actOf } from '#features/people/server/act-columns.ts';
import type { Act, Actor } from '#features/people/people.ts';
import { isUnattributed } from '#features/people/unattributed.ts';
import type { Direction } from '#lib/dir.ts';
import { Refusal } from '#lib/refusal.ts';
import { renderKept } from '#lib/server/markdown.ts';
import { findFlaggable } from './find-case.ts';
import { mayModerateCase } from './may.ts';
import { wroteSealed } from './wrote-sealed.ts';

/** A post as the page shows it on which one flags it, or decides about it. */
export interface CaseView {
  spaceId: string;
  threadId: string;
  number: number;
  act: Act;
  at: string;
  html: string;
  lang: string;
  dir: Direction;
  hidden: boolean;
  /** Whom a suspension would concern; null where nobody may know. */
  authorId: string | null;
  own: boolean;
  may: { flag: boolean; decide: boolean };
}

/** Refuses not-found; what is hidden is there only for who may decide about it, what is withdrawn for nobody. */
export async function readCase(actor: Actor, by: { threadId: string; id: string }): Promise<CaseView> {
  const { post, space, withdrawn, hidden } = await findFlaggable(actor, by);
  const sealed = isUnattributed(post);
  const own =
    actor.kind === 'member' &&
    (sealed
      ? await wroteSealed(actor.personId, { postId: post.id, threadId: null })
      : actor.personId === post.personId);
  const decide = !own && mayModerateCase(actor, space, sealed ? null : post.personId);
  if (withdrawn || (hidden && !decide)) throw new Refusal('not-found');
  return {
    spaceId: space.id,
    threadId: post.threadId,
    number: post.number,
    act: actOf(post),
    at: post.createdAt.toISOString(),
    html: renderKept(`${post.id}:${post.revision}`, post.body),
    lang: post.lang,
    dir: post.dir,
    hidden,
    authorId: decide && !sealed ? post.personId : null,
    own,
    may: { flag: actor.kind === 'member' && !own && !hidden, decide }
  };
}
