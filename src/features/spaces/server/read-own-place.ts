import type { Actor } from '#features/people/people.ts';
import { eq, and } from 'drizzle-orm';
import { db } from '#lib/server/db.ts';
import type { OwnPlace, SpaceTextView, SpaceView } from '../spaces.ts';
import { listOwnInvitations } from './list-own-invitations.ts';
import { readOwnRequest } from './list-requests.ts';
import { mayJoin } from './may.ts';
import { wasRemoved } from './place-member.ts';
import { spaceMembers } from './tables.ts';

/** What the reader may do about their own place in a space that they may read. */
export async function readOwnPlace(actor: Actor, space: SpaceView, rules: SpaceTextView): Promise<OwnPlace> {
  const nothing = { request: null, invited: false, mayJoin: false, mayAsk: false, rulesToAccept: false };
  if (actor.kind === 'guest') return nothing;
  if (space.role) {
    const [place] = await db
      .select({ accepted: spaceMembers.rulesAccepted })
      .from(spaceMembers)
      .where(and(eq(spaceMembers.spaceId, space.id), eq(spaceMembers.personId, actor.personId)));
    return { ...nothing, rulesToAccept: rules.html !== '' && place?.accepted !== rules.number };
  }
  const [request, removed, invitations] = await Promise.all([
    readOwnRequest(actor, space.id),
    wasRemoved(db, space.id, actor.personId),
    listOwnInvitations(actor, rules.lang)
  ]);
  const joins = mayJoin(actor, space) && (actor.administrator || !removed);
  return {
    ...nothing,
    request,
    invited: invitations.some((invitation) => invitation.space.id === space.id),
    mayJoin: joins,
    mayAsk: !joins && space.visibility !== 'restricted' && space.joining !== 'invitation'
  };
}
