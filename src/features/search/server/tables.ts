import type { Act } from '#features/people/people.ts';
import { index, json, numbered, table, text, timestamp, uniqueIndex } from '#lib/server/columns.ts';
import type { DocumentKind } from '../search.ts';

/**
 * What can be found, as results show it. `n` is its row in the full-text index (drizzle/*\/0003_search.sql), and grows with
 * the order of arrival. Who may find it is asked of `space_id` and `audience` at the time of the search.
 */
export const searchDocuments = table(
  'search_documents',
  {
    n: numbered('n').primaryKey(),
    kind: text('kind').$type<DocumentKind>().notNull(),
    objectId: text('object_id').notNull(),
    spaceId: text('space_id'),
    threadId: text('thread_id'),
    audience: text('audience').$type<'readers' | 'members'>().notNull(),
    lang: text('lang').notNull(),
    country: text('country'),
    organisationSlug: text('organisation_slug'),
    at: timestamp('at').notNull(),
    indexedAt: timestamp('indexed_at').notNull(),
    address: text('address').notNull(),
    title: text('title').notNull(),
    tags: json<string[]>('tags').notNull(),
    act: json<Act>('act'),
    /** Last: a search that only filters never reads its pages. */
    text: text('text').notNull()
  },
  (t) => [
    uniqueIndex('search_documents_object').on(t.kind, t.objectId),
    index('search_documents_thread').on(t.threadId),
    // What is asked of each of thousands of matches stands here together: their rows, texts and all, are never read for it.
    index('search_documents_facts').on(t.n, t.at, t.kind, t.spaceId, t.lang, t.country, t.organisationSlug),
    index('search_documents_at').on(t.at, t.n)
  ]
);
