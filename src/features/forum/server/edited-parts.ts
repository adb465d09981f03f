import type * as v from 'valibot';
import { limits as fileLimits } from '#features/files/files.ts';
import { appendAttachments } from '#features/files/server/append-attachments.ts';
import { isUnattributed } from '#features/people/unattributed.ts';
import { dirOf, langOf } from '#lib/dir.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import type { Attachment } from '../forum.ts';
import type { postEdit } from '../inputs.ts';
import { saidBy } from './append-post.ts';
import type { PostRow } from './views.ts';

type Edit = v.InferOutput<typeof postEdit>;

export const sameFiles = ({ attachments }: PostRow, { attachments: ids }: Edit): boolean =>
  !ids || ids.join() === attachments.map(({ id }) => id).join();

/** What somebody said stays, however the text changes; else the letters are asked again. Said by whom the post names. */
export function languageAfter(
  old: PostRow,
  { body, lang }: Edit,
  at: Date,
  fallback: string
): Partial<Pick<PostRow, 'lang' | 'dir' | 'langSaid'>> {
  const said = lang && (lang !== old.lang || !old.langSaid);
  if (said) return { lang, dir: dirOf(body), langSaid: saidBy(old, at) };
  return old.langSaid ? {} : { lang: langOf(body, fallback), dir: dirOf(body) };
}

/** Those that stay, then the new ones; without a list nothing changes. What an imported mail only names stays too. */
export async function attachmentsAfter(
  tx: Tx,
  old: PostRow,
  { attachments: ids }: Edit,
  personId: string
): Promise<Attachment[]> {
  const { id, attachments } = old;
  const isSealed = isUnattributed(old);
  if (!ids) return attachments;
  const stay = attachments.filter((one) => !one.id || ids.includes(one.id));
  const come = ids.filter((one) => !attachments.some((there) => there.id === one));
  if (stay.length + come.length > fileLimits.perPost) throw new Refusal('invalid', 'too-many-files');
  return [...stay, ...(await appendAttachments(tx, personId, come, { kind: 'post', id, isSealed }))];
}
