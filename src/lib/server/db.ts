/**
 * The store. On SQLite two connections: reads go to the reader at once, writes go one at a time to the writer, whose
 * commits are shared by what waits together (group-commit.ts). drizzle's own better-sqlite3 driver would let an
 * asynchronous transaction meet another write on the same connection; here `atomic` holds the queue until it has ended.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle as drizzleProxy, type SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';
import { settings } from './env.ts';
import { commitInGroups } from './group-commit.ts';
import { remember } from './remember.ts';

export type Db = SqliteRemoteDatabase<Record<string, never>>;
/** Inside `atomic`: the same queries, on the one connection that holds the transaction. */
export type Tx = Db;

export interface Store {
  db: Db;
  atomic<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs SQL that has no place in a slice: migrations, probes, backups. Rows come as arrays. */
  raw(sql: string, params?: unknown[]): Promise<unknown[][]>;
  close(): Promise<void>;
  sqlite?: { reader: Database.Database; writer: Database.Database };
}

const insideAtomic = new AsyncLocalStorage<boolean>();

export const store = (): Store => remember('store', openStore);

/** Reads, and single writes outside a transaction. */
export const db: Db = new Proxy({} as Db, { get: (_, name) => Reflect.get(outside(), name) });

function outside(): Db {
  if (insideAtomic.getStore()) throw new Error('Inside atomic() only its tx may be used.');
  return store().db;
}

/** The connection behind `from`: what a prepared question is kept for. */
export const connectionOf = (from: Db): Db => (from === db ? outside() : from);

/** One transaction: all of `work` or nothing of it. Only `tx` inside; no network, no timers. */
export function atomic<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  if (insideAtomic.getStore()) throw new Error('atomic() inside atomic(): pass the tx on instead.');
  return store().atomic((tx) => insideAtomic.run(true, () => work(tx)));
}

function openStore(): Store {
  const { database } = settings();
  if (database.kind === 'sqlite') return openSqlite(database.file);
  throw new Error('Postgres is opened asynchronously: call openPostgres() at start.');
}

export function openSqlite(file: string): Store {
  mkdirSync(dirname(file), { recursive: true });
  const writer = new Database(file);
  writer.pragma('journal_mode = WAL');
  writer.pragma('synchronous = FULL');
  writer.pragma('foreign_keys = ON');
  writer.pragma('busy_timeout = 5000');
  // What a savepoint may have to undo is kept in memory: each write would make a file of it otherwise.
  writer.pragma('temp_store = MEMORY');
  const reader = new Database(file, { readonly: true });
  reader.pragma('busy_timeout = 5000');

  const onReader = runner(reader);
  const onWriter = runner(writer);
  const { queued, ended } = commitInGroups(writer);

  const direct = drizzleProxy(async (sql, params, method) => onWriter(sql, params, method)) as Db;
  return {
    db: drizzleProxy(async (sql, params, method) =>
      isRead(sql) ? onReader(sql, params, method) : queued(async () => onWriter(sql, params, method))
    ) as Db,
    atomic: (work) => queued(() => work(direct)),
    raw: async (sql, params = []) =>
      isRead(sql)
        ? (onReader(sql, params, 'all').rows as unknown[][])
        : queued(async () => onWriter(sql, params, 'all').rows as unknown[][]),
    close: async () => {
      await ended();
      reader.close();
      writer.close();
    },
    sqlite: { reader, writer }
  };
}

const isRead = (sql: string) => /^\s*(select|with)\b/i.test(sql);

/** Runs one statement and keeps its compiled form: the same few hundred statements come again and again. */
function runner(connection: Database.Database) {
  const compiled = new Map<string, Database.Statement>();
  return (sql: string, params: unknown[], method: string): { rows: unknown[] } => {
    let statement = compiled.get(sql);
    if (!statement) {
      statement = connection.prepare(sql);
      if (statement.reader) statement.raw(true);
      if (compiled.size > 500) compiled.clear();
      compiled.set(sql, statement);
    }
    if (!statement.reader) {
      statement.run(...params);
      return { rows: [] };
    }
    if (method === 'get') return { rows: statement.get(...params) as unknown[] };
    return { rows: statement.all(...params) };
  };
}

/** Whether an error says that a value that must be unique was there already. */
export function isUniqueViolation(error: unknown): boolean {
  for (
    let cause = error as { code?: string; cause?: unknown } | undefined;
    cause;
    cause = cause.cause as typeof cause
  )
    if (
      cause.code === 'SQLITE_CONSTRAINT_UNIQUE' ||
      cause.code === 'SQLITE_CONSTRAINT_PRIMARYKEY' ||
      cause.code === '23505'
    )
      return true;
  return false;
}

/** Whether an error says that the disk is full: the write is refused, the process stays up. */
export function isDiskFull(error: unknown): boolean {
  for (
    let cause = error as { code?: string; cause?: unknown } | undefined;
    cause;
    cause = cause.cause as typeof cause
  )
    if (cause.code === 'SQLITE_FULL' || cause.code === 'ENOSPC' || cause.code === '53100') return true;
  return false;
}
