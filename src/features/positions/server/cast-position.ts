import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { mayDecide, refusalOf } from '#features/spaces/server/may.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { dirOf, langOf } from '#lib/dir.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic, type Tx } from '#lib/server/db.ts';
import { limit } from '#lib/server/limits.ts';
import type { NewPosition } from '../inputs.ts';
import { events, limits, type Words } from '../positions.ts';
import { announceCast } from './announce-change.ts';
import { commitmentOf, newSalt } from './commitment.ts';
import { findStanding, type Standing } from './find-standing.ts';
import { leadsDelegation } from './may.ts';
import { bumpProposal, mustBeOpen, takeProposal, type ProposalRow } from './take-proposal.ts';
import { positions, positionValues } from './tables.ts';
import { endDelegation } from './end-delegation.ts';
import { valueOf } from './value-of.ts';

export type PositionRow = typeof positions.$inferSelect;

/**
 * Casts a position, or replaces the one that stands: whoever may cast for its holder may, and what stood is kept. The
 * right and the moment are asked for behind the lock, so that of two at once the later one replaces the earlier, and a
 * millisecond after the close is too late. Sending it twice casts it once.
 */
export async function castPosition(actor: Actor, input: NewPosition, at?: Date): Promise<{ id: string }> {
  const member = mustBeSignedIn(actor);
  await limit('position-cast', member.personId, limits.castsPerMinute, 60);
  const cast = await atomic(async (tx) => {
    const { proposal, now } = await takeProposal(tx, input.proposalId, at);
    const space = await readSpace(actor, { id: proposal.spaceId }, tx);
    if (await isSent(tx, input, member.personId)) return null;
    if (!mayDecide(actor, space)) throw refusalOf(space, 'observers-do-not-decide');
    mustBeOpen(proposal, now);
    const { capacity, holder: wanted } = input;
    const standing = await findStanding(tx, actor, proposal, { capacity, wanted }, now);
    const before = await findCurrent(tx, proposal.id, standing.holder.key);
    mayReplace(standing, before);
    return writePosition(tx, { proposal, standing, before, input, now });
  });
  if (cast) announceCast(cast);
  return { id: input.id };
}

async function isSent(tx: Tx, { id, proposalId }: NewPosition, personId: string): Promise<boolean> {
  const [sent] = await tx.select().from(positions).where(eq(positions.id, id));
  if (sent && (sent.personId !== personId || sent.proposalId !== proposalId))
    throw new Refusal('conflict', 'id-taken');
  return sent !== undefined;
}

export async function findCurrent(tx: Tx, proposalId: string, holder: string): Promise<PositionRow | null> {
  const [row] = await tx
    .select()
    .from(positions)
    .where(
      and(eq(positions.proposalId, proposalId), eq(positions.holder, holder), isNull(positions.supersededAt))
    );
  return row ?? null;
}

/** A country's position that a ministry cast is changed by a ministry, or by whom a ministry delegated it to. */
function mayReplace({ holder, authority }: Standing, before: PositionRow | null): void {
  if (holder.kind === 'country' && before && leadsDelegation(before.authority) && !leadsDelegation(authority))
    throw new Refusal('not-allowed', 'ministry-leads');
}

interface Casting {
  proposal: ProposalRow;
  standing: Standing;
  before: PositionRow | null;
  input: NewPosition;
  now: Date;
}

/** The rows of one cast, and its entry in the audit log: of what is closed until the end, its commitment and no more. */
async function writePosition(tx: Tx, { proposal, standing, before, input, now }: Casting) {
  const { holder, act, delegation } = standing;
  const counts = standing.standing === 'decides';
  const value = valueOf(proposal, input);
  const answer = {
    value,
    reservation: wordsOf(input.reservation, proposal.lang),
    explanation: wordsOf(input.explanation, proposal.lang),
    salt: newSalt()
  };
  const commitment = commitmentOf({ proposal: proposal.id, holder: holder.key, ...answer });
  // While it is closed, the room hears that there is one answer more; of a change, or of advice, it hears nothing.
  const heard = proposal.visible === 'open' || (counts && !before);
  const after = heard ? await bumpProposal(tx, proposal.id, {}, counts && !before ? 1 : 0) : proposal;
  const row = {
    id: input.id,
    proposalId: proposal.id,
    holder: holder.key,
    view: holder,
    standing: standing.standing,
    revision: (before?.revision ?? 0) + 1,
    ...act,
    authority: standing.authority,
    delegationId: delegation?.id ?? null,
    commitment,
    seq: after.seq,
    castAt: now,
    supersededAt: null,
    supersededBy: null
  };
  if (before)
    await tx
      .update(positions)
      .set({ supersededAt: now, supersededBy: row.id })
      .where(eq(positions.id, before.id));
  await tx.insert(positions).values(row);
  await tx
    .insert(positionValues)
    .values({ id: newId(), proposalId: proposal.id, positionId: row.id, ...answer });
  // Who casts for themselves needs nobody to do it for them any more.
  if (counts && !delegation) await endDelegation(tx, proposal, { holder: holder.key, act, now });
  await appendEntry(tx, {
    action: events.cast,
    actor: act,
    object: { kind: 'position', id: row.id },
    threadId: proposal.subjectKind === 'thread' ? proposal.subjectId : null,
    spaceId: proposal.spaceId,
    detail: {
      proposal: proposal.id,
      holder: holder.key,
      standing: row.standing,
      revision: row.revision,
      delegation: row.delegationId,
      commitment,
      ...(proposal.visible === 'open' ? { value: JSON.stringify(value) } : {})
    },
    at: now
  });
  return { proposal: after, position: row, answer, heard };
}

export const wordsOf = (text: string | null, lang: string): Words | null =>
  text === null ? null : { text, lang: langOf(text, lang), dir: dirOf(text) };
