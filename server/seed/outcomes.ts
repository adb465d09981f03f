import * as Y from 'yjs';
import { textField } from '#features/briefs/briefs.ts';
import { briefKeeper } from '#features/briefs/server/keeper.ts';
import { docOf } from '#features/briefs/server/text.ts';
import { captureLesson } from '#features/outcomes/server/capture-lesson.ts';
import { nameRapporteur } from '#features/outcomes/server/name-rapporteur.ts';
import { putText } from '#features/outcomes/server/put-text.ts';
import { readMinutes } from '#features/outcomes/server/read-minutes.ts';
import { recordOutcome } from '#features/outcomes/server/record-outcome.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { readAgenda } from '#features/sessions/server/read-agenda.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import type { OutcomesText } from './texts/outcomes.ts';
import { typeset } from './texts/text.ts';
import { liveSession } from './texts/sessions.ts';
import { before, capacityOf, minute, personOf, type World } from './world.ts';

/** What a session came to: its rapporteur's minutes, decisions, actions and a lesson, from `at` on, a minute apart. */
export async function seedOutcomes(
  world: World,
  { session, chair, title }: { session: string; chair: string; title: string },
  { rapporteur, minutes, outcomes, lesson, lang }: OutcomesText,
  at: Date
): Promise<void> {
  const writer = personOf(world, rapporteur);
  const capacity = capacityOf(world, rapporteur);
  await nameRapporteur(personOf(world, chair), { session, person: writer.personId }, at);
  const kept = await readMinutes(db, session);
  if (kept)
    await write(
      world,
      rapporteur,
      kept.brief.id,
      minutes.map((text) => typeset(lang, text))
    );
  const items = await readAgenda(db, session);
  for (const [index, { item, text, ...rest }] of outcomes.entries())
    await recordOutcome(
      writer,
      {
        session,
        id: newId(),
        item: items[item - 1]?.id,
        text: typeset(lang, text),
        lang,
        capacity,
        ...rest,
        by: rest.days ? dayAfter(world.now, rest.days) : undefined
      },
      new Date(at.getTime() + (index + 1) * minute)
    );
  if (!lesson) return;
  const { by, ...fields } = lesson;
  await captureLesson(
    personOf(world, by),
    { ...blank, ...fields, id: newId(), lang: 'fr', evidence: 'anecdote', capacity: capacityOf(world, by) },
    { kind: 'session', id: session, anchor: null, title },
    new Date(at.getTime() + (outcomes.length + 1) * minute)
  );
}

/** The session that is live has the draft of its forum before it. */
export async function showText(world: World, session: string, briefs: Map<string, string>): Promise<void> {
  const brief = [...briefs].find(([title]) => title.startsWith('Comment payer à temps'))?.[1];
  await putText(personOf(world, liveSession.chair), { session, brief }, before(world.now, minute));
}

const blank = {
  context: '',
  lesson: '',
  recommendation: '',
  conditions: '',
  cost: null,
  level: null,
  fromYear: null,
  toYear: null,
  axis: null,
  countries: [],
  blocks: [],
  occupations: []
};

const dayAfter = (now: Date, days: number): string =>
  new Date(now.getTime() + days * 24 * 60 * minute).toISOString().slice(0, 10);

/** Fills the empty paragraph under each heading, as the editor would have sent it. */
async function write(world: World, key: string, id: string, texts: string[]): Promise<void> {
  const kept = await briefKeeper.load(id);
  const doc = docOf(kept);
  const known = Y.encodeStateVector(doc);
  doc.transact(() => {
    const paragraphs = doc
      .getXmlFragment(textField)
      .toArray()
      .filter((node): node is Y.XmlElement => node instanceof Y.XmlElement && node.nodeName === 'paragraph');
    for (const [index, text] of texts.entries()) paragraphs[index]?.insert(0, [new Y.XmlText(text)]);
  });
  const act = await readAct(personOf(world, key), capacityOf(world, key));
  const seq = (kept.updates.at(-1)?.seq ?? kept.throughSeq) + 1;
  const update = Y.encodeStateAsUpdate(doc, known);
  await briefKeeper.append([{ id, seq, update, authors: [{ clientId: doc.clientID, act }] }]);
}
