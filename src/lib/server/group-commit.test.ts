import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { commitInGroups } from './group-commit.ts';

function aWriter() {
  const file = join(mkdtempSync(join(tmpdir(), 'palabre-group-')), 'group.sqlite');
  const writer = new Database(file);
  writer.pragma('journal_mode = WAL');
  writer.exec('create table words (word text not null)');
  const commits: string[] = [];
  const exec = writer.exec.bind(writer);
  writer.exec = (sql: string) => {
    if (sql === 'COMMIT') commits.push(sql);
    return exec(sql);
  };
  const reader = new Database(file, { readonly: true });
  const words = () => reader.prepare('select word from words order by rowid').pluck().all();
  const write = (word: string) => writer.prepare('insert into words values (?)').run(word);
  return { writer, commits, words, write, ...commitInGroups(writer) };
}

test('people who write at the same moment share one commit, in the order in which they came', async () => {
  const { queued, write, words, commits } = aWriter();
  await Promise.all(['a', 'b', 'c'].map((word) => queued(async () => void write(word))));
  expect(words()).toEqual(['a', 'b', 'c']);
  expect(commits).toHaveLength(1);
});

test('nobody is answered before their words can be read by another', async () => {
  const { queued, write, words } = aWriter();
  await Promise.all(
    ['a', 'b', 'c', 'd'].map(async (word) => {
      await queued(async () => void write(word));
      expect(words()).toContain(word);
    })
  );
});

test('one whose write fails loses all of it, and takes nothing of the others', async () => {
  const { queued, write, words } = aWriter();
  const outcomes = await Promise.allSettled([
    queued(async () => void write('a')),
    queued(async () => {
      write('half');
      await Promise.resolve();
      throw new Error('changed my mind');
    }),
    queued(async () => void write('c'))
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(words()).toEqual(['a', 'c']);
});

test('when the whole group is undone everyone in it is told so, and the next writes again', async () => {
  const { queued, write, words, writer } = aWriter();
  const outcomes = await Promise.allSettled([
    queued(async () => void write('a')),
    // What a full disk does: SQLite takes back the transaction, not the statement alone.
    queued(async () => {
      writer.exec('ROLLBACK');
      throw new Error('disk full');
    })
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await queued(async () => void write('later'));
  expect(words()).toEqual(['later']);
});

test('a long line of writers is answered in several commits, so that the first does not wait for the last', async () => {
  const { queued, write, commits } = aWriter();
  const slow = (word: string) => {
    const until = performance.now() + 3;
    while (performance.now() < until);
    write(word);
  };
  await Promise.all(Array.from({ length: 12 }, (_, at) => queued(async () => slow(String(at)))));
  expect(commits.length).toBeGreaterThan(1);
  expect(commits.length).toBeLessThan(12);
});

test('whoever closes waits for what was asked before', async () => {
  const { queued, write, words, ended } = aWriter();
  const asked = queued(async () => void write('last'));
  await ended();
  expect(words()).toEqual(['last']);
  await asked;
});
