import type { Actor } from '#features/people/people.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { mustBeSignedIn, readAct } from '#features/people/server/read-act.ts';
import { appendDocument } from '#features/search/server/append-document.ts';
import { mayModerate, refusalOf } from '#features/spaces/server/may.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { dirOf, langOf } from '#lib/dir.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import { limit } from '#lib/server/limits.ts';
import type { NewProposal } from '../inputs.ts';
import { events, limits, type ProposalFact } from '../positions.ts';
import { proposalDocument } from './list-documents.ts';
import { listEligible } from './list-eligible.ts';
import { mayPropose } from './may.ts';
import { proposalEligibles, proposals } from './tables.ts';

/**
 * Puts a question. Who decides is listed now and not changed afterwards. Where organisations or delegations decide, the
 * proposer moderates the space or negotiates for an organisation. The door has read the subject in its space. Refuses
 * conflict `positions-under-rule` where the subject is under the Chatham House Rule.
 */
export async function openProposal(
  actor: Actor,
  input: NewProposal,
  at = new Date()
): Promise<{ id: string }> {
  const member = mustBeSignedIn(actor);
  const space = await readSpace(actor, { id: input.spaceId });
  if (!mayPropose(actor, space)) throw refusalOf(space);
  // A position is somebody's by nature: where nobody may be named, nobody is asked for one.
  if (input.unattributed) throw new Refusal('conflict', 'positions-under-rule');
  await limit('proposal-opening', member.personId, limits.perHour, 3600);
  const { decides, method, closesAt, question, explanation } = input;
  const opensAt = input.opensAt && input.opensAt > at ? input.opensAt : at;
  if (closesAt <= opensAt) throw new Refusal('invalid', 'closes-before-opening', 'closes');
  if (closesAt.getTime() - at.getTime() > limits.days * 86_400_000)
    throw new Refusal('invalid', 'closes-too-late', 'closes');

  const id = newId();
  const bare = decides === 'person' || mayModerate(actor, space);
  const chosen = input.eligible === 'chosen' ? input : null;
  const lang = langOf(`${question}\n${explanation ?? ''}`, 'en');
  await atomic(async (tx) => {
    const act = await readAct(actor, input.capacity, bare ? 'speak' : 'negotiate', tx);
    if (!bare && act.capacity === 'personal') throw new Refusal('not-allowed', 'needs-mandate', 'capacity');
    const eligible = await listEligible(tx, { spaceId: space.id, decides, chosen }, at);
    if (decides !== 'person' && eligible.length === 0)
      throw new Refusal('invalid', 'eligible-missing', 'eligible');
    if (eligible.length > limits.eligible) throw new Refusal('invalid', 'eligible-too-many', 'eligible');
    if (input.quorum?.kind === 'number' && decides !== 'person' && input.quorum.size > eligible.length)
      throw new Refusal('invalid', 'quorum', 'quorum');
    const [row] = await tx
      .insert(proposals)
      .values({
        id,
        spaceId: space.id,
        subjectKind: input.subjectKind,
        subjectId: input.subjectId,
        ...act,
        question,
        explanation,
        lang,
        dir: dirOf(question),
        method,
        multiple: method === 'poll' && input.multiple,
        options:
          method === 'poll' || method === 'ranked'
            ? input.options.map((text, index) => ({ id: index + 1, text }))
            : [],
        decides,
        visible: input.visible,
        awaitedShown: decides !== 'person' && (input.visible === 'open' || input.awaited),
        quorum: input.quorum,
        timezone: input.timezone,
        opensAt,
        closesAt,
        createdAt: at
      })
      .returning();
    await appendDocument(tx, proposalDocument(row));
    if (eligible.length > 0)
      await tx
        .insert(proposalEligibles)
        .values(eligible.map((view) => ({ proposalId: id, holder: view.key, view })));
    await appendEntry(tx, {
      action: events.opened,
      actor: act,
      object: { kind: 'proposal', id },
      threadId: input.subjectKind === 'thread' ? input.subjectId : null,
      spaceId: space.id,
      text: `${question}\n${explanation ?? ''}`,
      detail: {
        method,
        decides,
        visible: input.visible,
        eligible: eligible.length,
        closes: closesAt.toISOString()
      },
      at
    });
  });
  announce<ProposalFact>({
    name: events.opened,
    rooms: [],
    payload: { id, spaceId: space.id, subject: { kind: input.subjectKind, id: input.subjectId } }
  });
  return { id };
}
