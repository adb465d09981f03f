import type { Entry } from '#features/audit/audit.ts';
import { actorDigest, saltFor } from '#features/audit/entry-hash.ts';
import type { PostView } from '#features/forum/forum.ts';
import type { ExportedEntry } from '../export.ts';

/**
 * Tells entries to a reader: who acted only where the post beside it names them as well, the salt of a text only where the
 * text is there. Everything else stays a digest: a withdrawn text cannot be guessed at, a hidden name not be found.
 */
export function entryTeller() {
  const shown = new Map<string, { personId: string; text: boolean }>();
  return {
    knows(posts: PostView[]) {
      for (const { id, act, withdrawn } of posts) shown.set(id, { personId: act.personId, text: !withdrawn });
    },
    tell(entry: Entry): ExportedEntry {
      const post = entry.objectKind === 'post' ? shown.get(entry.objectId) : undefined;
      const { actor, salt, ...rest } = entry;
      const actorSalt = saltFor('actor', salt);
      return {
        seq: rest.seq,
        at: rest.at,
        action: rest.action,
        actor: actor && post?.personId === actor.personId ? { ...actor, salt: actorSalt } : null,
        actorDigest: actorDigest(actor, actorSalt),
        objectKind: rest.objectKind,
        objectId: rest.objectId,
        threadId: rest.threadId,
        spaceId: rest.spaceId,
        digest: rest.digest,
        textSalt: rest.digest && post?.text ? saltFor('text', salt) : null,
        detail: rest.detail,
        previous: rest.previous,
        threadPrevious: rest.threadPrevious,
        hash: rest.hash
      };
    }
  };
}
