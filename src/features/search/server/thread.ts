/** A thread that searches: SQLite works without letting go, so it must not work where pages and sockets are answered. */
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { findOnSqlite, warm } from './find-on-sqlite.ts';
import type { Ask } from './found.ts';

const reader = new Database((workerData as { file: string }).file, { readonly: true });
reader.pragma('busy_timeout = 2000');
reader.pragma('cache_size = -32000');
reader.pragma('mmap_size = 1073741824');
try {
  warm(reader);
} catch {
  // What cannot be read ahead is only slower.
}

parentPort?.on('message', ({ ask, flag }: { ask: Ask; flag: Int32Array }) => {
  try {
    const found = findOnSqlite(reader, ask, () => Atomics.load(flag, 0) === 1 || Date.now() > ask.deadline);
    parentPort?.postMessage({ found });
  } catch (fault) {
    parentPort?.postMessage({ fault: String(fault) });
  }
});
