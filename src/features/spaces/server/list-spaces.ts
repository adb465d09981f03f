import type { Actor } from '#features/people/people.ts';
import { db } from '#lib/server/db.ts';
import type { SpaceView } from '../spaces.ts';
import { spacesSeen } from './spaces-seen.ts';

/** Every space that `actor` may read, newest first. */
export const listSpaces = (actor: Actor): Promise<SpaceView[]> => spacesSeen(actor, db);
