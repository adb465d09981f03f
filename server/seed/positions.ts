import { castPosition } from '#features/positions/server/cast-position.ts';
import { closeProposal } from '#features/positions/server/close-proposal.ts';
import { openProposal } from '#features/positions/server/open-proposal.ts';
import { newId } from '#lib/id.ts';
import { proposalTexts, type AnswerText, type ProposalText } from './texts/positions.ts';
import { typeset } from './texts/text.ts';
import { before, capacityOf, day, hour, organisationOf, personOf, type World } from './world.ts';

/** Three proposals of three threads: one closed by consent with an objection, two open. `threads`: ids by title. */
export async function seedPositions(
  world: World,
  spaces: Map<string, string>,
  threads: Map<string, string>
): Promise<void> {
  for (const text of proposalTexts)
    await seedProposal(world, spaces.get(text.space)!, threads.get(text.thread)!, text);
}

async function seedProposal(
  world: World,
  spaceId: string,
  subjectId: string,
  text: ProposalText
): Promise<void> {
  const openedAt = before(world.now, text.openedDaysAgo * day);
  const chair = personOf(world, text.by);
  const capacity = capacityOf(world, text.by);
  const { id } = await openProposal(
    chair,
    {
      spaceId,
      unattributed: false,
      subjectKind: 'thread',
      subjectId,
      question: typeset(text.lang, text.question),
      explanation: typeset(text.lang, text.explanation),
      method: text.method,
      multiple: false,
      options: (text.options ?? []).map((option) => typeset(text.lang, option)),
      decides: text.decides,
      visible: text.visible,
      awaited: true,
      quorum: text.quorum,
      timezone: 'Africa/Dakar',
      eligible: 'chosen',
      organisations: (text.organisations ?? []).map((slug) => organisationOf(world, slug)),
      countries: text.countries ?? [],
      capacity,
      opensAt: null,
      closesAt: before(openedAt, -text.days * day)
    },
    openedAt
  );
  for (const [index, answer] of text.answers.entries())
    await cast(world, id, text, answer, before(openedAt, -(index + 1) * 7 * hour));
  if (text.closedEarly)
    await closeProposal(
      chair,
      { proposalId: id, reason: typeset(text.lang, text.closedEarly), capacity },
      before(openedAt, -(text.answers.length + 4) * 7 * hour)
    );
}

async function cast(
  world: World,
  proposalId: string,
  { lang }: ProposalText,
  answer: AnswerText,
  at: Date
): Promise<void> {
  const { by, personal, stance, step, order = [], reservation, explanation } = answer;
  await castPosition(
    personOf(world, by),
    {
      proposalId,
      id: newId(),
      stance,
      step,
      options: [],
      reservation: reservation ? typeset(lang, reservation) : null,
      explanation: explanation ? typeset(lang, explanation) : null,
      capacity: capacityOf(world, by, personal),
      ...Object.fromEntries(order.map((option, index) => [`rank_${option}`, index + 1]))
    },
    at
  );
}
