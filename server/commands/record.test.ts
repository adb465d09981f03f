import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { aDemo, onPostgres } from './test-world.ts';

test('an operator writes the chain of facts to a file, once, and it holds', () => {
  const { run, folder } = aDemo();
  const checked = run(['check']);
  expect(checked.out).toMatch(/ok {5}audit chain: \d+ entries/);
  expect(checked.out).toMatch(/ok {5}posts: \d+, as the audit chain has them/);
  const target = join(folder, 'chain.jsonl');
  const written = run(['audit', target]);
  expect(written.out).toMatch(/^\d+ entries; the last one is [0-9a-f]{64}\.\n$/);
  const lines = readFileSync(target, 'utf8').trim().split('\n');
  expect(lines).toHaveLength(Number.parseInt(written.out, 10));
  expect(JSON.parse(lines[0])).toMatchObject({ seq: 1, previous: '0'.repeat(64) });
  expect(lines.join()).not.toContain('salt');
  expect(run(['audit', target])).toMatchObject({ status: 1, lines: 1 });
}, 180_000);

test.skipIf(onPostgres)(
  'a check names the first entry that was changed, the post into which words were put, and a decision that was asked otherwise',
  () => {
    const { run, database } = aDemo();
    const file = new Database(database);
    expect(() => file.exec("update audit_entries set action = 'x' where seq = 7")).toThrow(
      /an audit entry is never changed/
    );
    expect(() => file.exec('delete from audit_entries where seq = 7')).toThrow(/never taken out/);
    file.exec(
      "drop trigger audit_entries_unchanged; update audit_entries set object_id = 'x' where seq in (7, 9)"
    );
    const [{ id }] = file.prepare('select id from posts where number = 2 limit 1').all() as { id: string }[];
    file.prepare("update posts set body = body || ' not' where id = ?").run(id);
    const decided = file.prepare('select proposal_id as id from proposal_records limit 1').get() as {
      id: string;
    };
    file.prepare("update proposals set question = question || ' Or not?' where id = ?").run(decided.id);
    file.close();
    const { status, out } = run(['check']);
    expect(status).toBe(1);
    expect(out).toMatch(/WRONG {2}audit chain: entry 7 was changed after it was written \(2 in all\)/);
    expect(out).toContain(id);
    expect(out).toContain(`WRONG  proposal records: not what they were: ${decided.id}\n`);
  },
  180_000
);

test.skipIf(onPostgres)(
  'a file that is no export is told in one sentence',
  () => {
    const { run, folder } = aDemo();
    const path = join(folder, 'no.zip');
    expect(run(['verify', path])).toMatchObject({ status: 1, err: 'There is no such file.\n' });
    writeFileSync(path, 'nothing');
    expect(run(['verify', path])).toMatchObject({ status: 1, lines: 1 });
    expect(run(['verify'])).toMatchObject({ status: 2 });
  },
  180_000
);
