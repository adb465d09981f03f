/** The few rules from which the matrix derives what each may have. */
import { actors, outsiders, type ActorName } from './people.ts';
import type { ActRule } from './act.ts';
import type { PageRule } from './pages.ts';
import type { Place } from './places.ts';

const isOutside = (actor: ActorName) => (outsiders as readonly string[]).includes(actor);

export const mayRead = (actor: ActorName, { seen }: Place): boolean =>
  seen === 'public' || (seen === 'members' ? actor !== 'guest' : !isOutside(actor));

/** Who was let in, and where joining is open everyone with an account; neither observers nor the suspended. */
export const mayContribute = (actor: ActorName, { seen }: Place): boolean =>
  ['insider', 'author', 'moderator'].includes(actor) ||
  (seen === 'public' && (actor === 'member' || actor === 'elsewhere'));

export function opens(actor: ActorName, { open }: PageRule, place: Place): boolean {
  if (open === 'everyone') return true;
  if (open === 'signed-in') return actor !== 'guest';
  if (open === 'read') return mayRead(actor, place);
  if (open === 'signed-in-readers') return mayRead(actor, place) && actor !== 'guest';
  if (open === 'contributors') return mayContribute(actor, place);
  return open.includes(actor);
}

/** Every actor with every place, one after the other. */
export const crossed = (places: Place[]): { actor: ActorName; place: Place }[] =>
  actors.flatMap((actor) => places.map((place) => ({ actor, place })));

/** What a status and a redirect mean to who asked. */
export function outcomeOf({ status, location }: { status: number; location: string }): string {
  if (status === 401 || location.startsWith('/sign-in')) return 'sign-in';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'not-found';
  return status < 400 ? 'open' : String(status);
}

/** Whether someone who may read a place may do an act of this kind there. What is somebody's own is asked of the author alone. */
export function mayDo(actor: ActorName, kind: ActRule['kind'], place: Place): boolean {
  if (kind === 'house' || kind === 'standing') return true;
  if (kind === 'reading') return actor !== 'guest';
  if (kind === 'contributing') return mayContribute(actor, place);
  if (kind === 'attending') return mayContribute(actor, place) || actor === 'observer';
  return ['author', 'moderator', 'insider'].includes(actor);
}
