import type Database from 'better-sqlite3';

/** How long one transaction of SQLite takes in more work at most, in milliseconds: what a lone writer may wait for others. */
const longest = 16;

interface Job {
  work: () => Promise<unknown>;
  done: (value: unknown) => void;
  failed: (fault: unknown) => void;
}

/**
 * Runs writes one after the other, and lets those that wait together share one commit: with synchronous=FULL the wait
 * for the disk is most of what a write costs, and one wait serves them all. Each has a savepoint of its own, so one
 * that fails takes nothing of the others with it; none is answered before the commit that holds it is on the disk.
 */
export function commitInGroups(writer: Database.Database) {
  const waiting: Job[] = [];
  const [savepoint, release, back] = ['SAVEPOINT one', 'RELEASE one', 'ROLLBACK TO one'].map((sql) =>
    writer.prepare(sql)
  );
  let running: Promise<void> | undefined;

  const queued = <T>(work: () => Promise<T>): Promise<T> =>
    new Promise<T>((done, failed) => {
      waiting.push({ work, done: done as Job['done'], failed });
      running ??= drain();
    });

  async function drain(): Promise<void> {
    // What is asked for in the same turn of the event loop belongs to the same group.
    await Promise.resolve();
    while (waiting.length > 0) await group();
    running = undefined;
  }

  async function group(): Promise<void> {
    const begun = performance.now();
    const answers: (() => void)[] = [];
    const jobs: Job[] = [];
    try {
      writer.exec('BEGIN IMMEDIATE');
      do {
        const job = waiting.shift()!;
        jobs.push(job);
        answers.push(await one(job));
      } while (waiting.length > 0 && writer.inTransaction && performance.now() - begun < longest);
      writer.exec('COMMIT');
    } catch (fault) {
      // Not begun, not committed, or undone by SQLite itself (a full disk): nothing of the group is there.
      if (writer.inTransaction) writer.exec('ROLLBACK');
      if (jobs.length === 0) jobs.push(...waiting.splice(0, 1));
      for (const { failed } of jobs) failed(fault);
      return;
    }
    for (const answer of answers) answer();
  }

  /** Runs one; returns the answer to give once the group is committed. Throws when SQLite has undone the whole group. */
  async function one({ work, done, failed }: Job): Promise<() => void> {
    savepoint.run();
    try {
      const value = await work();
      release.run();
      return () => done(value);
    } catch (fault) {
      if (!writer.inTransaction) throw fault;
      back.run();
      release.run();
      return () => failed(fault);
    }
  }

  /** Resolves when nothing waits any more. */
  const ended = async (): Promise<void> => {
    while (running) await running;
  };

  return { queued, ended };
}
