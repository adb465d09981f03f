import { dirOf, langOf } from '#lib/dir.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import { isCountry } from '#lib/vocab/countries.ts';
import type { ExperienceFields } from '../inputs.ts';
import { appendPostDocument } from './append-post-document.ts';
import { experiences } from './purpose-tables.ts';
import type { ExperienceRow, PostRow, ThreadRow } from './views.ts';

/**
 * Writes an experience beside the post that carries it, within the transaction that posts it. Refuses conflict
 * `not-a-call`, invalid `country` or `year`.
 */
export async function appendExperience(
  tx: Tx,
  thread: ThreadRow,
  post: PostRow,
  fields: ExperienceFields
): Promise<ExperienceRow> {
  if (thread.purpose !== 'call') throw new Refusal('conflict', 'not-a-call');
  mustMakeSense(fields, post.createdAt);
  const [row] = await tx
    .insert(experiences)
    .values({ ...columnsOf(fields, post), postId: post.id, threadId: thread.id, number: post.number })
    .returning();
  await appendPostDocument(tx, thread, post);
  return row;
}

export function mustMakeSense({ country, year }: ExperienceFields, now: Date): void {
  if (!isCountry(country)) throw new Refusal('invalid', 'country', 'country');
  if (year > now.getUTCFullYear() + 1) throw new Refusal('invalid', 'year', 'year');
}

export const columnsOf = (fields: ExperienceFields, post: PostRow) => ({
  revision: post.revision,
  place: fields.country,
  measure: fields.measure,
  year: fields.year,
  outcome: fields.outcome,
  account: fields.account,
  evidence: fields.evidence,
  contact: fields.contact,
  contactKept: fields.contactKept ?? false,
  // The cells of the table are read apart from their post: they say their own language.
  lang: langOf(`${fields.measure}\n${fields.evidence}`, post.lang),
  dir: dirOf(fields.measure)
});
