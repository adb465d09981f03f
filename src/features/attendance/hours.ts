import type { Hours } from '#features/sessions/hours.ts';
import type { PartKey } from '#features/sessions/parts.ts';

/** What hour it will be where people sit: of the countries invited and registered, from west to east. Read with the page. */
export const hoursKey: PartKey<null, never, Hours[]> = { name: 'hours' };
