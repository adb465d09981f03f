import { castInRoom } from '#features/ballots/server/cast-in-room.ts';
import { endBallot } from '#features/ballots/server/end-ballot.ts';
import { endDue } from '#features/ballots/server/end-due.ts';
import { explainPosition } from '#features/ballots/server/explain-position.ts';
import { putToRoom } from '#features/ballots/server/put-to-room.ts';
import { newId } from '#lib/id.ts';
import type { BallotText } from './texts/ballots.ts';
import { typeset } from './texts/text.ts';
import { capacityOf, minute, personOf, type World } from './world.ts';

/** The chair asks, delegations answer within a minute, and some say why. */
export async function seedBallots(
  world: World,
  session: string,
  chair: string,
  startsAt: Date,
  texts: BallotText[]
): Promise<void> {
  for (const {
    kind,
    lang,
    question,
    options = [],
    secret,
    quorum,
    minutes,
    answers,
    explanations
  } of texts) {
    const ballot = newId();
    const at = (seconds: number) => new Date(startsAt.getTime() + minutes * minute + seconds * 1000);
    const of = (key: string) => ({ session, ballot, capacity: capacityOf(world, key) });
    await putToRoom(
      personOf(world, chair),
      {
        ...of(chair),
        kind,
        question: typeset(lang, question),
        lang,
        options,
        secret: secret ?? false,
        voter: 'delegation',
        majority: 'simple',
        quorum: quorum ?? null,
        seconds: kind === 'consent' ? 30 : null,
        deciders: []
      },
      at(0)
    );
    for (const [place, [by, choice]] of answers.entries())
      await castInRoom(personOf(world, by), { ...of(by), cast: newId(), choice }, at(10 + place * 7));
    if (kind === 'consent') await endDue();
    else await endBallot(personOf(world, chair), { session, ballot }, at(60));
    for (const [by, lang, body] of explanations ?? [])
      await explainPosition(
        personOf(world, by),
        { ...of(by), explanation: newId(), body: typeset(lang, body), lang },
        at(90)
      );
  }
}
