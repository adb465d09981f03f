import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { aDemo, aPalabre, onPostgres } from './test-world.ts';

test('an operator fills an empty database with the demo world, once, and checks it', () => {
  const { run, seeded } = aDemo();
  expect(seeded.err).toBe('');
  expect(seeded.status).toBe(0);
  for (const name of ['admin', 'secretariat', 'ministry.sn', 'ministry.mw', 'nurses', 'expert', 'observer'])
    expect(seeded.out).toContain(`${name}@demo.palabre.example`);
  expect(run(['seed'])).toMatchObject({
    status: 1,
    err: 'The database is not empty: the demo world only goes into an empty one.\n'
  });
  const checked = run(['check']);
  expect(checked.out).not.toContain('WRONG');
  expect(checked.out).toContain('6 can be read');
  expect(checked.status).toBe(0);
}, 180_000);

test.skipIf(onPostgres)(
  'whoever opens the demo finds what it promises',
  () => {
    const { rows, seeded } = aDemo();
    // About a second on a machine that does nothing else; this one may be doing everything else.
    expect(Number(/in \((\d+\.\d) s\)/.exec(seeded.out)?.[1])).toBeLessThan(30);
    expect(rows('select max(posts_count) from threads')).toEqual([[51]]);
    expect(
      rows(
        'select group_concat(distinct lang) from posts where thread_id = (select id from threads where posts_count = 51)'
      )[0][0]
    ).toMatch(/^(?=.*fr)(?=.*en)(?=.*pt)(?=.*ar)(?=.*es)/);
    expect(rows('select count(*) from threads')[0][0]).toBeGreaterThan(6);
    expect(rows("select count(*) from posts where quoted_number is null and body like '> %'")).toEqual([[0]]);
    expect(rows('select opened_at is not null, closed_at is not null from sessions order by 1, 2')).toEqual([
      [0, 0],
      [0, 0],
      [1, 0],
      [1, 1]
    ]);
    expect(rows('select count(*) from session_records')).toEqual([[1]]);
    expect(
      rows('select position from session_items where opened_at is not null and closed_at is null')
    ).toEqual([[2]]);
    expect(
      rows('select count(*) from speaker_turns where started_at is not null and ended_at is null')
    ).toEqual([[1]]);
    expect(
      rows('select count(*) from speaker_turns where started_at is null and withdrawn_at is null')
    ).toEqual([[3]]);
    expect(rows('select count(*) from briefs')).toEqual([[6]]);
    expect(
      rows('select (select count(*) from brief_versions), (select count(*) from brief_publications)')
    ).toEqual([[2, 2]]);
    expect(
      rows('select max(json_array_length(organisations)) from brief_publications')[0][0]
    ).toBeGreaterThan(1);
    expect(rows('select lang, count(*) from lessons group by 1 order by 1')).toEqual([
      ['en', 15],
      ['fr', 16]
    ]);
    expect(rows("select count(*) from lessons where polarity = 'did_not_work'")[0][0]).toBeGreaterThanOrEqual(
      9
    );
    expect(rows('select count(*) from organisations where not illustrative')).toEqual([[0]]);
    expect(rows("select act_capacity from posts where act_person_name = 'Leïla Haddad' group by 1")).toEqual([
      ['personal']
    ]);
  },
  180_000
);

test.skipIf(onPostgres)(
  'nobody makes a demo world where it is switched off',
  () => {
    const { run, database } = aPalabre();
    expect(run(['seed'], { PALABRE_DEMO: 'off' })).toMatchObject({
      status: 1,
      err: 'PALABRE_DEMO is off: the demo world is never made here.\n'
    });
    expect(existsSync(database)).toBe(false);
  },
  180_000
);

test.skipIf(onPostgres)(
  'a wrong call is answered with how to call it, a wrong setting with one sentence',
  () => {
    const { run } = aPalabre();
    expect(run([])).toMatchObject({ status: 2 });
    expect(run(['help']).out).toMatch(/import-mbox FILE --forum SLUG/);
    expect(run(['nonsense'])).toMatchObject({ status: 2, out: '' });
    expect(run(['import-mbox', 'a.mbox']).err).toMatch(/^--forum is missing\./);
    expect(run(['import-mbox', 'a.mbox', '--forum']).status).toBe(2);
    expect(run(['backup', 'a', 'b'])).toMatchObject({ status: 2 });
    expect(run(['check'], { PORT: 'high' })).toMatchObject({ status: 1, lines: 1 });
  },
  180_000
);

test.skipIf(onPostgres)(
  'a command that needs a database does not make one',
  () => {
    const { run, database } = aPalabre();
    for (const words of [
      ['check'],
      ['sign-in', 'a@b.example'],
      ['import-mbox', 'x', '--forum', 'y'],
      ['backup', join(tmpdir(), 'never.sqlite')]
    ])
      expect(run(words)).toMatchObject({ status: 1, lines: 1 });
    expect(existsSync(database)).toBe(false);
  },
  180_000
);

test.skipIf(onPostgres)(
  'the first administrator gets a link once; later ones are named',
  () => {
    const { run } = aPalabre();
    const link = run(['create-admin']);
    expect(link).toMatchObject({ status: 0, lines: 1 });
    expect(link.out).toMatch(/^http:\/\/localhost:3000\/invitation\/[\w-]{43}\n$/);
    expect(run(['create-admin', 'not an address'])).toMatchObject({ status: 1, lines: 1 });
    expect(
      run(['create-admin', 'new@list.example'], { PUBLIC_ORIGIN: 'https://palabre.example' }).out
    ).toMatch(/^https:\/\/palabre\.example\/invitation\//);
  },
  180_000
);

test.skipIf(onPostgres)(
  'a script signs in with the cookie that the command prints',
  async () => {
    const { run, rows, folder } = aDemo();
    expect(run(['sign-in', 'nobody@list.example'])).toMatchObject({
      status: 1,
      err: 'Nobody signs in as nobody@list.example.\n'
    });
    expect(
      run(['sign-in', 'Expert@demo.palabre.example'], { PUBLIC_ORIGIN: 'https://palabre.example' }).out
    ).toMatch(/^__Host-palabre=/);
    const { out } = run(['sign-in', 'Expert@demo.palabre.example']);
    const token = /^palabre_sign_in=([\w-]{43})\n$/.exec(out)?.[1] ?? '';
    expect(readFileSync(join(folder, 'palabre.sqlite')).includes(token)).toBe(false);
    expect(
      rows(
        "select count(*) from sign_ins where user_agent = 'palabre sign-in' and person_id = (select id from persons where email = 'expert@demo.palabre.example')"
      )
    ).toEqual([[2]]);
    expect(run(['create-admin', 'expert@demo.palabre.example'])).toMatchObject({
      status: 0,
      out: 'Leïla Haddad is an administrator.\n'
    });
  },
  180_000
);

test.skipIf(onPostgres)(
  'a check names what was changed behind the back of Palabre',
  () => {
    const { run, database } = aDemo();
    const file = new Database(database);
    file.exec(
      "update statements set body = body || '!' where session_id = (select session_id from session_records)"
    );
    file.exec('delete from brief_updates where seq = 2');
    file.close();
    const { status, out } = run(['check']);
    expect(status).toBe(1);
    expect(out).toMatch(/WRONG {2}brief texts: cannot be read/);
    expect(out).toMatch(/WRONG {2}session records: not what they were/);
    expect(out).toMatch(/ok {5}database file: whole/);
  },
  180_000
);

test('an archive is imported with a report, again without adding anything, and a missing one is said', () => {
  const { run, folder } = aDemo();
  mkdirSync(join(folder, 'in'));
  const list = join(folder, 'in', 'list.mbox');
  const head =
    'From a@list.example Mon May  6 08:00:00 2019\nFrom: Rosa <a@list.example>\nDate: Mon, 06 May 2019 08:00:00 +0000\n';
  writeFileSync(
    list,
    `${head}Subject: One\nMessage-ID: <1@x>\n\nHello\n\n${head}Subject: Two\nMessage-ID: <2@x>\n\n\n\n`
  );
  const words = ['import-mbox', list, '--forum', 'health-financing-west-africa'];
  const first = run(words);
  expect(first.status).toBe(0);
  expect(first.out).toMatch(/messages imported\s+1\nnew threads\s+1\nnew people\s+1\nalready here\s+0/);
  expect(first.out).toMatch(/skipped: without any text\s+1/);
  expect(run(words).out).toMatch(/messages imported\s+0[\s\S]*already here\s+1/);
  expect(
    run(['import-mbox', join(folder, 'no.mbox'), '--forum', 'health-financing-west-africa'])
  ).toMatchObject({ status: 1, err: 'There is no such file.\n' });
  expect(run(['import-mbox', list, '--forum', 'nowhere'])).toMatchObject({ status: 1, lines: 1 });
}, 180_000);
