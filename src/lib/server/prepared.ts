import { getTableColumns, sql, type Table } from 'drizzle-orm';
import { connectionOf, db, type Tx } from './db.ts';

interface Preparable {
  prepare(): { execute(values?: Record<string, unknown>): unknown };
}

/**
 * A statement that is asked so often that its SQL is built once a connection and not once a time: building it costs more
 * than running it. `build` writes it with `sql.placeholder(...)`; `name` is its own among all of them. Only for what
 * stands in the way of every request or every act: elsewhere a query is written where it is used.
 */
export function prepared<Statement extends Preparable>(name: string, build: (from: Tx) => Statement) {
  type Rows = ReturnType<ReturnType<Statement['prepare']>['execute']>;
  const built = new WeakMap<object, ReturnType<Statement['prepare']>>();
  return (values: Record<string, unknown>, from: Tx = db): Rows => {
    const connection = connectionOf(from);
    let statement = built.get(connection);
    if (!statement) {
      // Postgres names what it prepares, SQLite takes no name.
      const named = build(connection) as unknown as {
        prepare(name: string): ReturnType<Statement['prepare']>;
      };
      built.set(connection, (statement = named.prepare(name)));
    }
    return statement.execute(values) as Rows;
  };
}

/** The insertion of one whole row, prepared. What `row` leaves out is the column's default, or null. */
export function insertion<T extends Table>(name: string, into: T) {
  const columns = Object.entries(getTableColumns(into));
  const holes = Object.fromEntries(columns.map(([key]) => [key, sql`${sql.placeholder(key)}`]));
  const ready = prepared(name, (tx) => tx.insert(into as never).values(holes as never));
  return async (row: T['$inferInsert'], tx: Tx): Promise<T['$inferSelect']> => {
    const whole: Record<string, unknown> = {};
    const encoded: Record<string, unknown> = {};
    for (const [key, column] of columns) {
      const value: unknown = (row as Record<string, unknown>)[key] ?? column.default ?? null;
      whole[key] = value;
      encoded[key] = value === null ? null : column.mapToDriverValue(value);
    }
    await ready(encoded, tx);
    return whole;
  };
}
