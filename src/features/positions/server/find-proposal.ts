import { eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import type { SpaceView } from '#features/spaces/spaces.ts';
import { isId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import { closeDue } from './close-due.ts';
import { proposals } from './tables.ts';
import type { ProposalRow } from './take-proposal.ts';

/** The proposal and its space, for whoever may read them; for everyone else there is none. One that is due is closed first. */
export async function findProposal(
  actor: Actor,
  id: string
): Promise<{ proposal: ProposalRow; space: SpaceView }> {
  if (!isId(id)) throw new Refusal('not-found');
  await closeDue();
  const [proposal] = await db.select().from(proposals).where(eq(proposals.id, id));
  if (!proposal) throw new Refusal('not-found');
  return { proposal, space: await readSpace(actor, { id: proposal.spaceId }) };
}
