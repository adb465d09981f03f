import { planningKey, type Chain, type DocumentsChapter, type Planning } from '../planning.ts';
import type { RoomPart } from './list-parts.ts';
import { readItemNumbers } from './read-agenda.ts';
import { listItemProposals, listPapers } from './list-planned.ts';
import { readChain } from './read-chain.ts';

/** What is planned: told when it is revised, so that no window shows an hour that is no longer true. */
export const planningPart: RoomPart<Planning, never, Chain> = {
  key: planningKey,
  read: async (from, { id, revision, cancelledAt, cancelledReason }) => ({
    revision,
    cancelledAt: cancelledAt?.toISOString() ?? null,
    reason: cancelledReason,
    documents: await listPapers(from, id),
    proposals: await listItemProposals(from, id)
  }),
  own: readChain,
  async chapter(from, { id }): Promise<Record<string, unknown> & DocumentsChapter> {
    const ready = (await listPapers(from, id)).filter(({ href }) => href !== null);
    if (ready.length === 0) return {};
    const numbers = await readItemNumbers(from, id);
    return {
      documents: ready.map(({ item, title, href }) => ({
        item: item ? (numbers.get(item) ?? null) : null,
        title,
        href: href!
      }))
    };
  }
};
