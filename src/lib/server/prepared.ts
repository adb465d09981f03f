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
