import { and, gt, inArray, sql } from 'drizzle-orm';
import { auditEntries } from '#features/audit/server/tables.ts';
import { postRevisions } from '#features/forum/server/tables.ts';
import { newlyNamed as newIn, type LinkKind } from '#features/links/links.ts';
import { readTargets } from '#features/links/server/read-targets.ts';
import type { Db } from '#lib/server/db.ts';
import { followingCursors, notifications } from '../tables.ts';
import { distinct, type Audience, type Concerned } from './audience.ts';
import { ofCountries, ofOrganisations, targets, type Named } from './mentioned.ts';

type Entries = Parameters<Audience>[1];

/** Whom an edit names that the text did not name before; told of this post as named already, they are not told again. */
export const newlyNamed: Audience = async (from, entries) =>
  untold(
    from,
    entries,
    (await added(from, entries, 'person')).map(({ seq, toId }) => ({ seq, personId: toId }))
  );

/** Who acts for an organisation that an edit names anew. */
export const ofNewlyNamedOrganisation: Audience = async (from, entries) =>
  untold(from, entries, await ofOrganisations(from, await added(from, entries, 'organisation')));

/** The delegation of a country that an edit names anew. */
export const ofNewlyNamedCountry: Audience = async (from, entries) =>
  untold(from, entries, await ofCountries(from, await added(from, entries, 'country')));

/**
 * What the posts of these edits point at now and did not before the first of them. The record says only that there is
 * such: a name in it would outlive a withdrawal, so the former words are asked.
 */
async function added(from: Db, entries: Entries, kind: LinkKind): Promise<Named[]> {
  const named = entries.filter(({ detail }) => detail.named);
  const fresh = await postedJustNow(from, named);
  const edits = named.filter(({ objectId }) => !fresh.has(objectId));
  if (edits.length === 0) return [];
  const now = await targets(from, edits, kind);
  if (now.length === 0) return [];
  const first = new Map<string, number>();
  for (const { objectId, detail } of edits) {
    const before = Number(detail.revision) - 1;
    first.set(objectId, Math.min(before, first.get(objectId) ?? before));
  }
  const rows = await from
    .select({ id: postRevisions.postId, revision: postRevisions.revision, body: postRevisions.body })
    .from(postRevisions)
    .where(
      and(
        inArray(postRevisions.postId, [...first.keys()]),
        inArray(postRevisions.revision, distinct([...first.values()]))
      )
    );
  const former = new Map(
    rows
      .filter(({ id, revision }) => first.get(id) === revision)
      .map(({ id, body }) => [id, readTargets(body)])
  );
  const objectOf = new Map(edits.map(({ seq, objectId }) => [seq, objectId]));
  return now.filter(({ seq, toId }) => {
    const before = former.get(objectOf.get(seq)!);
    return before !== undefined && newIn(before, [{ kind, id: toId, post: null }]).length > 0;
  });
}

/** Of what was posted since everyone was last told, the posting itself tells whom it names, as it now is. */
async function postedJustNow(from: Db, edits: Entries): Promise<Set<string>> {
  if (edits.length === 0) return new Set();
  const told = sql`coalesce((select ${followingCursors.seq} from ${followingCursors} where ${followingCursors.name} = 'notifications'), 0)`;
  const rows = await from
    .select({ id: auditEntries.objectId })
    .from(auditEntries)
    .where(
      and(
        gt(auditEntries.seq, told),
        inArray(auditEntries.action, ['thread.started', 'reply.posted']),
        inArray(auditEntries.objectId, distinct(edits.map(({ objectId }) => objectId)))
      )
    );
  return new Set(rows.map(({ id }) => id));
}

/** Without those who were told before that this post names them: once a post, however often it is edited. */
async function untold(from: Db, entries: Entries, concerned: Concerned[]): Promise<Concerned[]> {
  if (concerned.length === 0) return [];
  const objectOf = new Map(entries.map(({ seq, objectId }) => [seq, objectId]));
  const rows = await from
    .select({ personId: notifications.personId, objectId: notifications.objectId })
    .from(notifications)
    .where(
      and(
        inArray(notifications.personId, distinct(concerned.map(({ personId }) => personId))),
        inArray(notifications.objectId, distinct(entries.map(({ objectId }) => objectId))),
        inArray(notifications.kind, ['mention', 'mention-organisation', 'mention-country'])
      )
    );
  const told = new Set(rows.map(({ personId, objectId }) => `${personId} ${objectId}`));
  return concerned.filter(({ seq, personId }) => !told.has(`${personId} ${objectOf.get(seq)}`));
}
