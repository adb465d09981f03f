/** The world and the house of the matrix, as its tests open them: made through the verbs, then asked through the doors. */
import { freshFolder, openHouse, type House } from '../house.ts';
import { askerAt, type Ask } from './ask.ts';
import type { People } from './people.ts';
import { nowhere, type Place } from './places.ts';

// The verbs that make the world write where the house will read: before they are loaded, that must be said.
Object.assign(process.env, { DATA_DIR: freshFolder(), DATABASE_URL: '', LOG_LEVEL: 'silent' });
export const dataDir = process.env.DATA_DIR!;
const { aLessonFrom, closePlace, openWorld } = await import('./world.ts');
const { reindex } = await import('#server/reindex.ts');
export const { digestOf } = await import('./world.ts');

export interface Opened {
  people: People;
  open: Place;
  members: Place;
  restricted: Place;
  places: Place[];
  /** The same, of which nothing exists. */
  none: Place;
  house: House;
  ask: Ask;
  /** Another process of the same house: what was counted of the people is forgiven. */
  again(): Promise<void>;
}

const start = () => openHouse({ DATA_DIR: dataDir, LOG_LEVEL: 'error' });

/** `between`: what is looked at before anything restricted is there, and again after it. */
export async function openMatrix(between?: (ask: Ask) => Promise<void>): Promise<Opened> {
  const { people, open, members } = await openWorld();
  const look = async () => {
    if (!between) return;
    const house = await start();
    await between(askerAt(house.origin, people));
    await house.end('SIGTERM');
  };
  // People of tests are written past the verbs: the house would find them while it is looked at.
  await reindex();
  await look();
  const restricted = await closePlace(people);
  await reindex();
  await look();
  await aLessonFrom(people, restricted);
  const house = await start();
  const opened: Opened = {
    people,
    open,
    members,
    restricted,
    places: [open, members, restricted],
    none: nowhere(),
    house,
    ask: askerAt(house.origin, people),
    again: async () => {
      await opened.house.end('SIGTERM');
      opened.house = await start();
      opened.ask = askerAt(opened.house.origin, people);
    }
  };
  return opened;
}

/** What was found against a rule, in one list: one run says all of it. */
const found: string[] = [];
export const tell = (...sentences: string[]): number => found.push(...sentences);
export const told = (): string[] => found.splice(0).sort();
