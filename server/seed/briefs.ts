import * as Y from 'yjs';
import { readAct } from '#features/people/server/read-act.ts';
import { textField } from '#features/briefs/briefs.ts';
import { grantRole } from '#features/briefs/server/grant-role.ts';
import { briefKeeper } from '#features/briefs/server/keeper.ts';
import { nameVersion } from '#features/briefs/server/name-version.ts';
import { publishBrief } from '#features/briefs/server/publish-brief.ts';
import { startBrief } from '#features/briefs/server/start-brief.ts';
import { docOf } from '#features/briefs/server/text.ts';
import { briefTexts, type BriefText, type SectionText } from './texts/briefs.ts';
import { capacityOf, personOf, type World } from './world.ts';

/** Four briefs, each section written by another hand, as the editor would have sent it; the ids by title. */
export async function seedBriefs(world: World): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const text of briefTexts) {
    const { id } = await startBrief(
      personOf(world, text.by),
      {
        forum: text.space,
        type: text.type,
        title: text.title,
        lang: text.lang,
        capacity: capacityOf(world, text.by)
      },
      { illustrative: true }
    );
    for (const key of text.writers)
      await grantRole(personOf(world, text.by), id, {
        subjectKind: 'person',
        subject: `${key}@demo.palabre.example`,
        role: 'edit'
      });
    await write(world, id, text);
    const capacity = capacityOf(world, text.by);
    if (text.version) await nameVersion(personOf(world, text.by), id, { name: text.version, capacity });
    if (text.state === 'published') await publishBrief(personOf(world, text.by), id, { capacity });
    ids.set(text.title, id);
  }
  return ids;
}

async function write(world: World, id: string, { by, writers, sections }: BriefText): Promise<void> {
  const kept = await briefKeeper.load(id);
  const hands = [by, ...writers];
  let { throughSeq: seq } = kept;
  if (kept.updates.length) seq = kept.updates.at(-1)!.seq;
  const whole = docOf(kept);
  for (const [index, section] of sections.entries()) {
    const key = hands[index % hands.length];
    // A document of the writer's own: every character carries its client id, and that has one author for ever.
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(whole));
    const known = Y.encodeStateVector(doc);
    doc.transact(() => fill(doc.getXmlFragment(textField), index, section));
    const update = Y.encodeStateAsUpdate(doc, known);
    const act = await readAct(personOf(world, key), capacityOf(world, key));
    await briefKeeper.append([{ id, seq: (seq += 1), update, authors: [{ clientId: doc.clientID, act }] }]);
    Y.applyUpdate(whole, update);
  }
}

/** Puts the text in place of the guidance under the nth heading of the first level. */
function fill(fragment: Y.XmlFragment, index: number, section: SectionText): void {
  const nodes = () => fragment.toArray() as Y.XmlElement[];
  const heading = nodes().filter(
    (node) => node.nodeName === 'heading' && node.getAttribute('level') === (2 as unknown as string)
  )[index];
  const place = nodes().indexOf(heading) + 1;
  if ('rows' in section) {
    const table = nodes()
      .slice(place)
      .find((node) => node.nodeName === 'table')!;
    table.delete(1, table.length - 1);
    table.insert(
      1,
      section.rows.map((cells) =>
        element(
          'tableRow',
          cells.map((cell) => element('tableCell', [paragraph(cell)]))
        )
      )
    );
  } else fragment.insert(place + 1, section.map(paragraph));
  fragment.delete(place, 1);
}

const paragraph = (text: string) => element('paragraph', [new Y.XmlText(text)]);

function element(name: string, content: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.insert(0, content);
  return made;
}
