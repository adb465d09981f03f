import { actOf } from '#features/people/server/act-columns.ts';
import { renderKept } from '#lib/server/markdown.ts';
import type { Closure, PostView, ThreadSummary } from '../forum.ts';
import type { Experience } from '../purposes.ts';
import { foldQuotes } from './import/fold-quotes.ts';
import type { experiences } from './purpose-tables.ts';
import type { postWithdrawals, posts, threadClosures, threads } from './tables.ts';

export type ThreadRow = typeof threads.$inferSelect;
export type PostRow = typeof posts.$inferSelect;
export type ExperienceRow = typeof experiences.$inferSelect;
type WithdrawalRow = typeof postWithdrawals.$inferSelect;
type ClosureRow = Pick<typeof threadClosures.$inferSelect, 'personName' | 'reason' | 'createdAt'>;

/** A post as everyone who may read it sees it: nothing in it depends on the reader, so one copy goes to a whole room. */
export function postView(
  row: PostRow,
  withdrawal: WithdrawalRow | null,
  experience: ExperienceRow | null = null
): PostView {
  return {
    id: row.id,
    number: row.number,
    seq: row.seq,
    act: actOf(row),
    at: row.createdAt.toISOString(),
    revision: row.revision,
    edited:
      row.editedAt && !withdrawal
        ? { at: row.editedAt.toISOString(), by: row.editedByName ?? row.personName }
        : null,
    html: withdrawal ? '' : htmlOf(row),
    lang: row.lang,
    dir: row.dir,
    quotes: row.quotedNumber,
    withdrawn: withdrawal && {
      at: withdrawal.createdAt.toISOString(),
      // Who hides acts as moderator, not as a person: the act has the name, for those who answer for it.
      by: withdrawal.category ? '' : withdrawal.personName,
      reason: withdrawal.reason,
      moderated: withdrawal.moderated,
      category: withdrawal.category
    },
    attachments: withdrawal ? [] : row.attachments,
    movedFrom:
      row.movedFromThread && row.movedFromNumber
        ? { threadId: row.movedFromThread, number: row.movedFromNumber }
        : null,
    cleared: row.cleared,
    experience: experience && !withdrawal ? experienceView(experience, row) : null
  };
}

/** A contact that is for members is left out: they read it on the page, see `read-contacts.ts`. */
export const experienceView = (
  row: ExperienceRow,
  act: Pick<PostRow, 'organisation' | 'personName'>
): Experience => ({
  postId: row.postId,
  number: row.number,
  country: row.place,
  measure: row.measure,
  year: row.year,
  outcome: row.outcome,
  evidence: row.evidence,
  contact: row.contactKept ? '' : row.contact,
  contactKept: row.contactKept && row.contact !== '',
  account: row.account,
  lang: row.lang,
  dir: row.dir,
  organisation: act.organisation,
  personName: act.personName
});

export const closureView = (row: ClosureRow | null): Closure | null =>
  row && { at: row.createdAt.toISOString(), by: row.personName, reason: row.reason };

export const threadSummary = (row: ThreadRow, closed: boolean): ThreadSummary => ({
  id: row.id,
  title: row.subject,
  lang: row.lang,
  dir: row.dir,
  act: actOf(row),
  at: row.createdAt.toISOString(),
  postsCount: row.postsCount,
  lastPostAt: row.lastPostAt.toISOString(),
  closed,
  purpose: row.purpose,
  tags: row.tags ?? [],
  answered: row.answeredAt !== null,
  pinnedUntil: row.pinnedUntil?.toISOString() ?? null
});

/** An imported mail carries what it answers: its long quotes are folded. */
function htmlOf({ id, revision, body, lang, sourceId }: PostRow): string {
  const html = renderKept(`${id}:${revision}`, body);
  return sourceId ? foldQuotes(html, lang) : html;
}
