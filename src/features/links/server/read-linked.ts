import { sql, type SQL } from 'drizzle-orm';
import type { Source } from '../links.ts';
import { links } from './tables.ts';

/** 1 where something is kept of what a text points at, else 0; `id` is the column of the texts' ids. */
export const isLinked = (kind: Source['kind'], id: unknown): SQL<number> =>
  sql<number>`case when exists (select 1 from ${links} where ${links.fromKind} = ${kind} and ${links.fromId} = ${id}) then 1 else 0 end`;
