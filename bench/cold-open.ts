/**
 * `npx node bench/cold-open.ts`: opening a document with a long history, 259,778 real edits of one paper (104,852
 * characters at the end), which nobody has open: from connecting to having the whole text, in the real process; then
 * again while it is open. Needs ../shared/data/editing-traces.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import * as Y from 'yjs';
import { openHouse } from '../tests/process/house.ts';
import { documentAddress, openBrief, signIn } from '../tests/process/demo.ts';
import { Writer } from '../tests/process/writer.ts';
import { residentMiB } from './load.ts';

const trace = '../shared/data/editing-traces/automerge-paper.json.gz';
if (!existsSync(trace)) {
  console.log(`Not measured: ${trace} is not here.`);
  process.exit(0);
}

const { txns, endContent } = JSON.parse(gunzipSync(readFileSync(trace)).toString()) as { txns: { patches: [number, number, string][] }[]; endContent: string };
const doc = new Y.Doc();
const text = new Y.XmlText();
const paragraph = new Y.XmlElement('paragraph');
paragraph.insert(0, [text]);
doc.getXmlFragment('default').insert(0, [paragraph]);
let edits = 0;
for (const { patches } of txns)
  doc.transact(() => {
    for (const [position, deleted, inserted] of patches) {
      if (deleted) text.delete(position, deleted);
      if (inserted) text.insert(position, inserted);
      edits += 1;
    }
  });
const state = Y.encodeStateAsUpdate(doc);
console.log(`${edits} edits, ${state.length} bytes`);

const house = await openHouse({ PALABRE_DEMO: 'on', LOG_LEVEL: 'error' });
const brief = openBrief(house.dataDir);
const cookie = await signIn(house.origin, 'ministry.sn@demo.palabre.example');
const database = new Database(join(house.dataDir, 'palabre.sqlite'));
const through = (database.prepare('select coalesce(max(seq), 0) as seq from brief_updates where brief_id = ?').get(brief.id) as { seq: number }).seq;
database.prepare('delete from brief_updates where brief_id = ?').run(brief.id);
database.prepare('delete from brief_states where brief_id = ?').run(brief.id);
database.prepare('insert into brief_states (brief_id, state, through_seq, created_at) values (?, ?, ?, ?)').run(brief.id, state, through, Date.now());
database.close();

console.log(`memory before: ${residentMiB(house.child.pid!).toFixed(0)} MiB`);
const first = await open();
const again = await open();
console.log(`cold open ${first.ms.toFixed(0)} ms, while open ${again.ms.toFixed(0)} ms, the text is ${first.right && again.right ? 'whole' : 'WRONG'}`);
console.log(`memory after: ${residentMiB(house.child.pid!).toFixed(0)} MiB`);
first.writer.close();
again.writer.close();
await house.end('SIGTERM');

async function open() {
  const before = performance.now();
  const writer = new Writer(documentAddress(house.origin, brief), cookie);
  await writer.synced;
  const ms = performance.now() - before;
  const held = (writer.doc.getXmlFragment('default').get(0) as Y.XmlElement).get(0) as Y.XmlText;
  return { writer, ms, right: held.toString() === endContent };
}
