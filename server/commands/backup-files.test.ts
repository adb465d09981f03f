import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash, randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { placeOf } from '#features/files/server/shelf.ts';
import { aPalabre, onPostgres } from './test-world.ts';

test.skipIf(onPostgres)(
  'an operator backs up and restores what people attached; a file that is lost or changed is told, and nothing is put back without it',
  () => {
    const { run, folder, database } = aPalabre();
    run(['migrate']);
    const id = randomUUID();
    const path = join(folder, 'files', placeOf(id));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '%PDF-1.7 budget');
    const sha256 = createHash('sha256').update('%PDF-1.7 budget').digest('hex');
    const file = new Database(database);
    file
      .prepare(
        `insert into files (id, stored_id, name, type, bytes, sha256, attached_kind, attached_id, created_at)
         values (?, ?, 'Budget.pdf', 'application/pdf', 15, ?, 'post', ?, 0)`
      )
      .run(id, id, sha256, randomUUID());
    file.close();
    expect(run(['check']).out).toContain('ok     attached files: 1 are what was sent');
    const copy = join(folder, 'copy.sqlite');
    expect(run(['backup', copy])).toMatchObject({ status: 0 });
    expect(readFileSync(join(`${copy}.files`, placeOf(id)), 'utf8')).toBe('%PDF-1.7 budget');

    writeFileSync(path, 'something else');
    expect(run(['check'])).toMatchObject({ status: 1 });
    expect(run(['backup', join(folder, 'second.sqlite')])).toMatchObject({ status: 1 });
    expect(run(['restore', copy])).toMatchObject({ status: 0 });
    expect(readFileSync(path, 'utf8')).toBe('%PDF-1.7 budget');
    expect(readFileSync(join(folder, 'files.before-restore', placeOf(id)), 'utf8')).toBe('something else');

    rmSync(`${copy}.files`, { recursive: true });
    const refused = run(['restore', copy]);
    expect(refused).toMatchObject({ status: 1 });
    expect(refused.err).toContain('nothing was changed');
    expect(readFileSync(path, 'utf8')).toBe('%PDF-1.7 budget');
  },
  180_000
);
