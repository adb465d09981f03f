import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { freePort, openHouse } from './house.ts';
import { rows } from './demo.ts';

/** How often each of these facts is in the chain, about this object or its thread. */
const facts = (dataDir: string, id: string, ...actions: string[]): number =>
  rows<{ n: number }>(
    dataDir,
    `select count(*) as n from audit_entries where (object_id = ? or thread_id = ?)
       and action in (${actions.map(() => '?').join(', ')})`,
    id,
    id,
    ...actions
  )[0].n;

test('a closing, a time-out of clearance and an escalation that are due at a kill happen after it, once each', async () => {
  const port = String(await freePort());
  const settings = { PORT: port, PALABRE_DEMO: 'on', LOG_LEVEL: 'error' };
  let house = await openHouse(settings);
  const { dataDir } = house;
  await house.end('SIGKILL');
  const one = (sql: string): string => rows<{ id: string }>(dataDir, sql)[0].id;
  const proposal = one('select id from proposals where closed_at is null limit 1');
  const waiting = one(
    `select id from pending_posts where reason = 'clearance' and returned_at is null limit 1`
  );
  const request = one('select thread_id as id from support_requests where due_at is not null limit 1');
  const file = new Database(join(dataDir, 'palabre.sqlite'));
  const past = Date.now() - 1000;
  file.prepare('update proposals set closes_at = ? where id = ?').run(past, proposal);
  file.prepare('update pending_posts set until = ? where id = ?').run(past, waiting);
  file.prepare('update support_requests set due_at = ? where thread_id = ?').run(past, request);
  file.close();
  const routed = facts(dataDir, request, 'support.routed');
  const done = () => ({
    closed: facts(dataDir, proposal, 'proposal.closed'),
    records: rows(dataDir, 'select 1 from proposal_records where proposal_id = ?', proposal).length,
    ended: facts(dataDir, waiting, 'post.not-cleared', 'post.returned'),
    routed: facts(dataDir, request, 'support.routed') - routed
  });
  const once = { closed: 1, records: 1, ended: 1, routed: 1 };
  // Killed while they are being done: at the start, in the middle, and after the first look at the requests.
  for (const after of [0, 40, 5010]) {
    house = await openHouse({ ...settings, DATA_DIR: dataDir });
    await new Promise((later) => setTimeout(later, after));
    await house.end('SIGKILL');
  }
  house = await openHouse({ ...settings, DATA_DIR: dataDir });
  await vi.waitFor(() => expect(done()).toEqual(once), { timeout: 20_000, interval: 200 });
  expect(await house.end('SIGTERM')).toBe(0);
  house = await openHouse({ ...settings, DATA_DIR: dataDir });
  await new Promise((later) => setTimeout(later, 6000));
  expect(done()).toEqual(once);
  expect(await house.end('SIGTERM')).toBe(0);
});
