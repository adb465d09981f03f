/** What an act of the matrix is, and how its lines are written. */
import type { Place } from './places.ts';

export type Fields = Record<string, string | string[]>;

/**
 * `contributing`: observers and the suspended are refused, the latter with the sentence of the suspension; `attending`:
 * observers may, too. `leading`:
 * refused to all but moderators. `own`: whoever it belongs to, refused to others. `reading`: part of reading, for every
 * reader with an account. `standing`: one's own place in a space, which everyone may end or ask for. `house`: about no object of a space.
 */
export interface ActRule {
  at: (place: Place) => string;
  fields: (place: Place) => Fields;
  kind: 'contributing' | 'attending' | 'leading' | 'own' | 'reading' | 'standing' | 'house';
}

const act =
  (kind: ActRule['kind']) =>
  (at: ActRule['at'], fields: ActRule['fields'] = () => ({})): ActRule => ({ at, fields, kind });
export const contributing = act('contributing');
export const attending = act('attending');
export const leading = act('leading');
export const own = act('own');
export const reading = act('reading');
export const standing = act('standing');
export const house = (path: string, fields: Fields = {}): ActRule =>
  act('house')(
    () => path,
    () => fields
  );

export const personal = { capacity: 'personal' };
