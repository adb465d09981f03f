import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Refusal } from '#lib/refusal.ts';
import { dialect } from '#lib/server/columns.ts';
import { store } from '#lib/server/db.ts';
import { remember } from '#lib/server/remember.ts';
import type { Ask, Found } from './found.ts';

interface Job {
  ask: Ask;
  flag: Int32Array;
  done(found: Found): void;
  failed(fault: Error): void;
}

interface Thread {
  worker: Worker;
  job: Job | null;
}

/** Searches that wait at most for a thread, and threads. More would wait longer than anyone reads. */
const mostWaiting = 40;
const mostThreads = 2;
const state = remember('search-threads', () => ({ threads: [] as Thread[], waiting: [] as Job[] }));

/**
 * Searches SQLite in a thread. Refuses `too-many` when too many wait. When `signal` says that nobody waits for the answer
 * any more, the search stops; one that waits is not begun.
 */
export function findInThread(ask: Ask, signal?: AbortSignal): Promise<Found> {
  if (state.waiting.length >= mostWaiting) throw new Refusal('too-many', 'search-busy');
  const flag = new Int32Array(new SharedArrayBuffer(4));
  return new Promise<Found>((done, failed) => {
    const job: Job = { ask, flag, done, failed };
    const gone = () => {
      Atomics.store(flag, 0, 1);
      const at = state.waiting.indexOf(job);
      if (at >= 0) state.waiting.splice(at, 1);
      failed(new Refusal('too-many', 'search-busy'));
    };
    if (signal?.aborted) return gone();
    signal?.addEventListener('abort', gone, { once: true });
    state.waiting.push(job);
    next();
  });
}

/** Opens a thread before anyone searches: its start and its first looks at the disk are behind it then. */
export function openSearch(): void {
  if (dialect === 'sqlite' && state.threads.length === 0) open();
}

/** Gives what waits longest to a thread that is free, or to a new one. */
function next(): void {
  const free = state.threads.find(({ job }) => !job) ?? (state.threads.length < mostThreads ? open() : null);
  const job = free && state.waiting.shift();
  if (!free || !job) return;
  if (Date.now() > job.ask.deadline) {
    job.failed(new Refusal('too-many', 'search-busy'));
    return next();
  }
  free.job = job;
  free.worker.postMessage({ ask: job.ask, flag: job.flag });
}

function open(): Thread {
  const { sqlite } = store();
  if (!sqlite) throw new Error('Only SQLite is searched in a thread.');
  // From the project's root, as the migrations are: Node reads the source as it stands, and the build needs no copy.
  const worker = new Worker(resolve('src/features/search/server/thread.ts'), {
    workerData: { file: sqlite.reader.name },
    execArgv: []
  });
  const thread: Thread = { worker, job: null };
  state.threads.push(thread);
  worker.on('message', ({ found, fault }: { found?: Found; fault?: string }) => {
    const { job } = thread;
    thread.job = null;
    if (found) job?.done(found);
    else job?.failed(new Error(fault));
    next();
  });
  // A thread that ends takes its search with it and nothing else: the next search opens another.
  const lost = (fault: Error) => {
    if (!state.threads.includes(thread)) return;
    state.threads.splice(state.threads.indexOf(thread), 1);
    thread.job?.failed(fault);
    if (state.waiting.length > 0) next();
  };
  worker.on('error', lost);
  worker.on('exit', (code) => lost(new Error(`A search thread ended (${code}).`)));
  // After the listeners, which would hold it again: an idle thread keeps no process alive.
  worker.unref();
  return thread;
}
