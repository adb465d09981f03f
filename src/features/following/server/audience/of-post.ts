import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { experiences } from '#features/forum/server/purpose-tables.ts';
import { posts } from '#features/forum/server/tables.ts';
import { distinct, type Audience } from './audience.ts';

/** Who wrote the post that this one quotes or answers. */
export const answeredAuthor: Audience = async (from, entries) => {
  const seqs = new Map(entries.map(({ objectId, seq }) => [objectId, seq]));
  const answer = posts;
  const quoted = alias(posts, 'quoted');
  const rows = await from
    .select({ id: answer.id, personId: quoted.personId })
    .from(answer)
    .innerJoin(quoted, eq(quoted.id, answer.quotedPostId))
    .where(and(inArray(answer.id, [...seqs.keys()]), isNotNull(answer.quotedPostId)));
  return rows.map(({ id, personId }) => ({ seq: seqs.get(id)!, personId }));
};

/** Who wrote the post that the fact is about: not who acted on it. */
export const postAuthor: Audience = async (from, entries) => {
  const rows = await from
    .select({ id: posts.id, personId: posts.personId })
    .from(posts)
    .where(inArray(posts.id, distinct(entries.map(({ objectId }) => objectId))));
  const authors = new Map(rows.map(({ id, personId }) => [id, personId]));
  return entries.flatMap(({ seq, objectId }) => {
    const personId = authors.get(objectId);
    return personId ? [{ seq, personId }] : [];
  });
};

/** Of an audience, the part that is told of a country's entry in a call: replies that carry one. */
export const ofEntries =
  (audience: Audience): Audience =>
  async (from, entries, told) => {
    const rows = await from
      .select({ id: experiences.postId })
      .from(experiences)
      .where(inArray(experiences.postId, distinct(entries.map(({ objectId }) => objectId))));
    const carried = new Set(rows.map(({ id }) => id));
    return carried.size === 0
      ? []
      : audience(
          from,
          entries.filter(({ objectId }) => carried.has(objectId)),
          told
        );
  };
