import { askQuestion } from '#features/questions/server/ask-question.ts';
import { voteForQuestion } from '#features/questions/server/vote-for-question.ts';
import { answerQuestion } from '#features/statements/server/answer-question.ts';
import { postRemark } from '#features/statements/server/post-remark.ts';
import { setWindow } from '#features/statements/server/set-window.ts';
import { newId } from '#lib/id.ts';
import { comingQuestions, liveQuestions, liveRemarks } from './texts/questions.ts';
import { comingSession, liveSession } from './texts/sessions.ts';
import { typeset, type PostText } from './texts/text.ts';
import { before, capacityOf, minute, personOf, type World } from './world.ts';

/** Questions, votes, a line of chat, and a window for those for whom the hour is night. */
export async function seedQuestions(world: World, { live, coming }: { live: string; coming: string }) {
  const chair = personOf(world, liveSession.chair);
  await setWindow(chair, { session: live, before: 0, after: 48 });
  let minutes = 14;
  for (const { text, votes, answered } of liveQuestions) {
    const at = before(world.now, minutes * minute);
    const question = await ask(world, live, text, votes, at);
    minutes -= 3;
    if (answered)
      await answerQuestion(
        chair,
        { session: live, question, text: typeset(text.lang, answered), lang: text.lang },
        before(world.now, minute)
      );
  }
  for (const text of liveRemarks)
    await postRemark(
      personOf(world, text.by),
      { session: live, id: newId(), body: text.body, lang: text.lang, capacity: capacityOf(world, text.by) },
      before(world.now, 2 * minute)
    );
  await setWindow(personOf(world, comingSession.chair), { session: coming, before: 24, after: 48 });
  for (const { text, votes } of comingQuestions)
    await ask(world, coming, text, votes, before(world.now, 60 * minute));
}

async function ask(
  world: World,
  session: string,
  { by, body, lang }: PostText,
  votes: string[],
  at: Date
): Promise<string> {
  const id = newId();
  await askQuestion(personOf(world, by), { session, id, body, lang, capacity: capacityOf(world, by) }, at);
  for (const voter of votes)
    await voteForQuestion(personOf(world, voter), { session, question: id, vote: 'on' }, at);
  return id;
}
