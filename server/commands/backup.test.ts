import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { aPalabre, onPostgres } from './test-world.ts';

test.skipIf(onPostgres)(
  'an operator takes a backup beside a running server and puts it back when it is stopped',
  () => {
    const { run, rows, folder, database } = aPalabre();
    run(['migrate']);
    const server = new Database(database);
    server.exec("create table kept (word text); insert into kept values ('before')");
    const copy = join(folder, 'copy.sqlite');
    expect(run(['backup', copy])).toMatchObject({ status: 0 });
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    expect(run(['backup', copy])).toMatchObject({
      status: 1,
      err: `${copy} exists; a backup never overwrites a file.\n`
    });
    server.exec("update kept set word = 'after'");

    expect(run(['restore', copy])).toMatchObject({
      status: 1,
      err: 'The database is in use: stop the server first. Nothing was changed.\n'
    });
    expect(rows('select word from kept')).toEqual([['after']]);
    server.close();
    expect(run(['restore', copy])).toMatchObject({ status: 0 });
    expect(rows('select word from kept')).toEqual([['before']]);
    const aside = new Database(`${database}.before-restore`, { readonly: true });
    expect(aside.prepare('select word from kept').pluck().get()).toBe('after');
    aside.close();
  },
  180_000
);

test.skipIf(onPostgres)(
  'what is no database of ours, is damaged or comes from a newer version is not restored',
  () => {
    const { run, folder, database } = aPalabre();
    run(['migrate']);
    const before = readFileSync(database);
    const text = join(folder, 'notes.txt');
    writeFileSync(text, 'no database '.repeat(1000));
    const foreign = join(folder, 'foreign.sqlite');
    new Database(foreign).exec('create table t (a)').close();
    const newer = join(folder, 'newer.sqlite');
    run(['backup', newer]);
    new Database(newer).exec("insert into migrations values ('9999_from-tomorrow', '')").close();
    const torn = join(folder, 'torn.sqlite');
    writeFileSync(torn, before.subarray(0, before.length - 40_960));
    for (const [file, why] of [
      [text, 'is not a database of Palabre'],
      [foreign, 'is not a database of Palabre'],
      [newer, 'newer version'],
      [torn, ''],
      [join(folder, 'nothing'), 'There is no file'],
      [folder, 'is not a database']
    ]) {
      const { status, err, lines } = run(['restore', file]);
      expect([status, lines]).toEqual([1, 1]);
      expect(err).toContain(why);
    }
    expect(readFileSync(database).equals(before)).toBe(true);
    expect(run(['check'], { DATABASE_URL: newer })).toMatchObject({ status: 1, lines: 1 });
  },
  180_000
);
