/**
 * One schema, two dialects. Tables are written once with these builders; DATABASE_URL decides which database they
 * describe. They are typed as SQLite's, whose types are the narrower: what compiles here runs on both.
 */
import {
  customType,
  boolean as pgBoolean,
  index as pgIndex,
  integer as pgInteger,
  jsonb,
  pgTable,
  primaryKey as pgPrimaryKey,
  text as pgText,
  timestamp as pgTimestamp,
  uniqueIndex as pgUniqueIndex
} from 'drizzle-orm/pg-core';
import * as sqlite from 'drizzle-orm/sqlite-core';

const url = process.env.DATABASE_URL ?? '';
export const dialect: 'sqlite' | 'postgres' = /^(postgres(ql)?|pglite):/.test(url) ? 'postgres' : 'sqlite';
const onPostgres = dialect === 'postgres';

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

export const table = (onPostgres ? pgTable : sqlite.sqliteTable) as typeof sqlite.sqliteTable;
export const index = (onPostgres ? pgIndex : sqlite.index) as typeof sqlite.index;
export const uniqueIndex = (onPostgres ? pgUniqueIndex : sqlite.uniqueIndex) as typeof sqlite.uniqueIndex;
export const primaryKey = (onPostgres ? pgPrimaryKey : sqlite.primaryKey) as typeof sqlite.primaryKey;

const sqliteText = (name: string) => sqlite.text(name);
const sqliteInteger = (name: string) => sqlite.integer(name);
const sqliteTimestamp = (name: string) => sqlite.integer(name, { mode: 'timestamp_ms' });
const sqliteBoolean = (name: string) => sqlite.integer(name, { mode: 'boolean' });
const sqliteBytes = (name: string) => sqlite.blob(name, { mode: 'buffer' });
const sqliteJson = <T>(name: string) => sqlite.text(name, { mode: 'json' }).$type<T>();

export const text = (onPostgres
  ? (name: string) => pgText(name)
  : sqliteText) as unknown as typeof sqliteText;
export const integer = (onPostgres
  ? (name: string) => pgInteger(name)
  : sqliteInteger) as unknown as typeof sqliteInteger;
/** A number that the database gives to each new row, growing. Make it the primary key. */
export const numbered = (onPostgres
  ? (name: string) => pgInteger(name).generatedByDefaultAsIdentity()
  : sqliteInteger) as unknown as typeof sqliteInteger;
/** A moment in UTC, to the millisecond, as a Date. */
export const timestamp = (onPostgres
  ? (name: string) => pgTimestamp(name, { withTimezone: true, precision: 3, mode: 'date' })
  : sqliteTimestamp) as unknown as typeof sqliteTimestamp;
export const boolean = (onPostgres
  ? (name: string) => pgBoolean(name)
  : sqliteBoolean) as unknown as typeof sqliteBoolean;
export const bytes = (onPostgres
  ? (name: string) => bytea(name)
  : sqliteBytes) as unknown as typeof sqliteBytes;
export const json = (onPostgres ? (name: string) => jsonb(name) : sqliteJson) as unknown as typeof sqliteJson;
