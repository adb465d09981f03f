import type { Act } from '#features/people/people.ts';
import { appendDocument } from '#features/search/server/append-document.ts';
import { newId } from '#lib/id.ts';
import type { Tx } from '#lib/server/db.ts';
import type { TextNode } from '../briefs.ts';
import { plainText } from '../words.ts';
import { appendBriefLinks } from './append-brief-links.ts';
import { appendUpdates } from './keeper.ts';
import { briefDocument } from './list-documents.ts';
import { briefs } from './tables.ts';
import { seedOf } from './text.ts';

type New = Omit<
  typeof briefs.$inferInsert,
  keyof Act | 'id' | 'generation' | 'audience' | 'illustrative' | 'createdAt'
> &
  Partial<Pick<typeof briefs.$inferInsert, 'audience' | 'illustrative'>>;

/**
 * A brief with its first text, which is made here, once: there is no brief without a text, and no client ever fills one. `written`
 * says whether the text is somebody's; a template is neither searched for nor read for links.
 */
export async function appendBrief(
  tx: Tx,
  act: Act,
  brief: New,
  first: { text: TextNode; written: boolean },
  createdAt = new Date()
): Promise<{ id: string }> {
  const id = newId();
  const { update, clientId } = seedOf(first.text);
  const row = {
    targetBody: null,
    agendaItem: null,
    deadline: null,
    audience: 'readers' as const,
    illustrative: false,
    ...brief,
    ...act,
    id,
    generation: newId(),
    createdAt
  };
  await tx.insert(briefs).values(row);
  await appendDocument(tx, briefDocument(row, first.written ? plainText(first.text) : ''));
  await appendBriefLinks(tx, row, first.written ? first.text : null, true);
  await appendUpdates(tx, [{ id, seq: 1, update, authors: [{ clientId, act }] }]);
  return { id };
}
